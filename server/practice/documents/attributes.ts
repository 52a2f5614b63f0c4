import { z } from "zod";

export const AttributeValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type AttributeValue = z.infer<typeof AttributeValue>;
export const Attributes = z.record(z.string(), AttributeValue);
export type Attributes = z.infer<typeof Attributes>;

/** Schema `data_attribute`. Options make a list of a string. */
export const DataAttribute = z.object({
  id: z.number(),
  model: z.enum(["contact", "company"]),
  name: z.string(),
  label: z.string(),
  description: z.string(),
  data_type: z.enum(["string", "integer", "float", "boolean", "date"]),
  options: z.array(z.string()).optional(),
  custom: z.boolean(),
  api_writable: z.boolean(),
});
export type DataAttribute = z.infer<typeof DataAttribute>;

/** Schema `conversation_attribute`. */
export const ConversationAttribute = z.object({
  id: z.number(),
  name: z.string(),
  description: z.string(),
  data_type: z.enum(["string", "integer", "decimal", "boolean", "datetime", "list"]),
  options: z.array(z.object({ id: z.string(), label: z.string(), archived: z.boolean() })).optional(),
});
export type ConversationAttribute = z.infer<typeof ConversationAttribute>;
