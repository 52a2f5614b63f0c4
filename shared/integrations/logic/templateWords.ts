import type { Speech } from "../../language/speech.ts";
import { shorten } from "../../language/text.ts";
import { isChip, type Template } from "../../template/template.ts";

/** A text with values as it stands in a sentence: each value by its name, in brackets. */
export const templateWords = (template: Template, { label }: Speech): string =>
  shorten(template.map((part) => (isChip(part) ? `[${label(part.ref)}]` : part)).join(""), 80);
