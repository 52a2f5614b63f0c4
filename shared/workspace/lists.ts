import { z } from "zod";

/** A list that a picker shows, by the name declarations use. */
export const ListName = z.enum([
  "teams",
  "teammates",
  "tags",
  "contactAttributes",
  "companyAttributes",
  "conversationAttributes",
]);
export type ListName = z.infer<typeof ListName>;

/** One entry. For attributes `id` is the attribute's name, with its type and its allowed values. */
export const ListItem = z.object({
  id: z.string(),
  name: z.string(),
  /** A second line: an e-mail address, a description. */
  detail: z.string().optional(),
  type: z.enum(["text", "number", "date", "boolean", "list"]).optional(),
  options: z.array(z.string()).optional(),
  /** For an attribute that the API may not write. */
  readOnly: z.boolean().optional(),
});
export type ListItem = z.infer<typeof ListItem>;

export const Lists = z.record(ListName, z.array(ListItem));
export type Lists = z.infer<typeof Lists>;
