import { z } from "zod";
import { Text } from "../language/text.ts";

/** One thing that is wrong with a drawing, in words, with the place it leads to. Only `error` keeps it from being published. */
export const Fault = z.object({
  level: z.enum(["error", "advice"]),
  code: z.string(),
  text: Text,
  /** The step it concerns; absent when it concerns the whole workflow. */
  node: z.string().optional(),
  /** The setting within that step. */
  field: z.string().optional(),
  /** The exit within that step. */
  outlet: z.string().optional(),
  /** Steps that start each other round and round. */
  ring: z.array(z.string()).optional(),
});
export type Fault = z.infer<typeof Fault>;
