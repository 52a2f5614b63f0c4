import { z } from "zod";
import { Attributes } from "./attributes.ts";

/** Schema `custom_object_instance`, of the type with this identifier. */
export const CustomObject = z.object({
  id: z.string(),
  identifier: z.string(),
  external_id: z.string(),
  external_created_at: z.number().nullable(),
  external_updated_at: z.number().nullable(),
  created_at: z.number(),
  updated_at: z.number(),
  custom_attributes: Attributes,
});
export type CustomObject = z.infer<typeof CustomObject>;
