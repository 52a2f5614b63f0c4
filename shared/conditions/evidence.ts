import { z } from "zod";

/** A value a reference can lead to. Dates are epoch milliseconds; lists are ids or words. */
export const Value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);
export type Value = z.infer<typeof Value>;

/** What one rule saw: the reference, what it was compared with, the actual value, and whether it held. */
export const Evidence = z.object({
  ref: z.string(),
  operator: z.string(),
  operand: z.union([z.string(), z.number(), z.array(z.string())]).optional(),
  actual: Value,
  met: z.boolean(),
});
export type Evidence = z.infer<typeof Evidence>;
