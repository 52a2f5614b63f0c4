import { text, type Text } from "../language/text.ts";
import type { NamedType } from "../workspace/lists.ts";

/** What the types of values with names of the builder's own are called. */
export const namedTypes: Record<NamedType, Text> = {
  text: text("Text", "Texto"),
  number: text("Number", "Número"),
  date: text("Date", "Fecha"),
  boolean: text("Yes or no", "Sí o no"),
};
