import { z } from "zod";

/** A value by reference, with what stands in for it when it is empty. */
export const Chip = z.object({
  ref: z.string().min(1).max(300),
  fallback: z.string().max(500).optional(),
  /** How it is written out; chosen with the value, since a custom attribute does not tell dates from numbers. */
  format: z.enum(["date"]).optional(),
});
export type Chip = z.infer<typeof Chip>;

/**
 * A text with values in it: words and chips in order. It is a list, not a string with marks in it, so nothing a customer
 * or a builder types can ever be read as a reference.
 */
export const Template = z.array(z.union([z.string().max(20_000), Chip])).max(200);
export type Template = z.infer<typeof Template>;

export const isChip = (part: string | Chip): part is Chip => typeof part !== "string";

/** Whether there is nothing in it: no chip and no visible character. */
export const isBlank = (template: Template): boolean => template.every((part) => !isChip(part) && part.trim() === "");

export const refsIn = (template: Template): string[] => template.filter(isChip).map((chip) => chip.ref);
