import { shorten } from "../../language/text.ts";
import type { Speech } from "../../language/speech.ts";
import { isChip, type Template } from "../../template/template.ts";

/** A text with values as a sentence shows it: the values by their names. */
export const wording = (template: Template, { label }: Pick<Speech, "label">, most = 80): string =>
  shorten(template.map((part) => (isChip(part) ? `[${label(part.ref)}]` : part)).join(""), most);
