import { z } from "zod";

/** One comparison: a value (by reference), an operator, and what it is compared with. */
export const Rule = z.object({
  ref: z.string().max(300),
  operator: z.string().max(40),
  operand: z.union([z.string().max(2000), z.number(), z.array(z.string().max(300)).max(200)]).optional(),
});
export type Rule = z.infer<typeof Rule>;

/** Rules and groups of rules of which all, any or none must hold. Nested at most `deepestGroup` levels. */
export const Group = z.object({
  match: z.enum(["all", "any", "none"]),
  get rules(): z.ZodArray<z.ZodUnion<readonly [typeof Rule, typeof Group]>> {
    return z.array(z.union([Rule, Group])).max(100);
  },
});
export type Group = z.infer<typeof Group>;

export const deepestGroup = 5;

export const isGroup = (entry: Rule | Group): entry is Group => "match" in entry;
