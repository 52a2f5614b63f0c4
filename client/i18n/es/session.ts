import type { session as en } from "../en/session.ts";
import type { Words } from "../words.ts";

export const session = {} satisfies Words<typeof en>;
