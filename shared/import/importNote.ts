import { z } from "zod";
import { Text } from "../language/text.ts";

/** Something that did not come over as it was, in words. `node`: the step of the new drawing where it is seen. */
export const ImportNote = z.object({ text: Text, node: z.string().optional() });
export type ImportNote = z.infer<typeof ImportNote>;
