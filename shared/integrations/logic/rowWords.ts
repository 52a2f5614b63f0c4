import type { Speech } from "../../language/speech.ts";
import type { RowMatch } from "../../nodes/form.ts";
import { templateWords } from "./templateWords.ts";

/** A table in a sentence, by its name in quotes. */
export const tableWords = (table: string, { name, say }: Speech): string =>
  say(`“${name("tables", table)}”`, `«${name("tables", table)}»`);

/** Which rows, in a sentence: "E-mail is [E-mail of the customer]". */
export function matchWords(table: string, { column, is }: RowMatch, speech: Speech): string {
  const columns = speech.lists?.tables.find(({ id }) => id === table)?.columns;
  const name =
    columns?.find(({ id }) => id === column)?.name ??
    (columns
      ? speech.say("a column that is gone", "una columna que ya no existe")
      : speech.say("a column", "una columna"));
  const words = templateWords(is, speech);
  return speech.say(`${name} is “${words}”`, `${name} sea «${words}»`);
}
