import { fold } from "../language/text.ts";
import { isZone } from "../schedule/zone.ts";
import type { Delimiter } from "../tables/csv.ts";
import type { CsvField, CsvMapping } from "./csvMapping.ts";
import { timeIn } from "./timeIn.ts";

/** What columns are called in the exports of help desks, in English and Spanish; the more telling first. */
const names: readonly [CsvField, RegExp][] = [
  ["closedAt", /closed|resolved|solved|cerrad|resuelt|cierre/],
  ["rating", /rating|csat|satisf|score|valoracion|puntuacion/],
  ["tags", /^tags?$|tags|labels?|etiqueta/],
  ["team", /team|group|queue|department|inbox|equipo|grupo|cola|departamento/],
  ["authorEmail", /e.?mail|correo/],
  ["teammate", /assignee|assigned|owner|agent(?!.*(type|kind))|asignad|responsable|agente/],
  [
    "authorKind",
    /(author|sender|from|user|writer).*(type|kind|role)|^(type|role|direction|tipo|rol|direccion)$|tipo de (autor|remitente)/,
  ],
  ["conversation", /^(id|number|numero|#)$|conversation|ticket|case|thread|conversacion|caso|hilo/],
  ["time", /created|sent|date|time|timestamp|when|fecha|hora|cread|enviad/],
  ["subject", /subject|title|topic|asunto|titulo|tema/],
  ["text", /body|message|text|content|comment|description|mensaje|texto|contenido|comentario|descripcion|cuerpo/],
  ["authorName", /author|sender|from|name|customer|requester|user|contact|autor|remitente|nombre|cliente|de$/],
  ["channel", /channel|source|via|canal|origen/],
];

const valuesOf = (rows: readonly (readonly string[])[], place: number) =>
  rows.flatMap((row) => (row[place] ? [row[place]] : []));

/** Whether days come first, as far as the dates themselves tell; without a hint, as where weeks of the world begin with them. */
function isDayFirst(dates: readonly string[]): boolean {
  const pairs = dates.flatMap((date) => {
    const [, a, b] = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{2,4}/.exec(date.trim()) ?? [];
    return a === undefined || b === undefined ? [] : [[Number(a), Number(b)] as const];
  });
  if (pairs.some(([a]) => a > 12)) return true;
  return !pairs.some(([, b]) => b > 12);
}

/** Which column holds what, by their names and the first rows; what is not clear is left for a person to say. */
export function guessMapping(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  delimiter: Delimiter,
  timezone = "UTC",
): CsvMapping {
  const taken = new Map<CsvField, number>();
  const used = new Set<number>();
  for (const [field, pattern] of names) {
    const fits = (place: number) =>
      !used.has(place) &&
      (field !== "time" ||
        valuesOf(rows, place).some((value) => timeIn(value, { dayFirst: true, timezone: "UTC" }) !== null));
    const place = columns.findIndex((name, index) => pattern.test(fold(name.trim())) && fits(index));
    if (place < 0) continue;
    taken.set(field, place);
    used.add(place);
  }
  const number = taken.get("conversation");
  const numbers = number === undefined ? [] : valuesOf(rows, number);
  const repeated = new Set(numbers).size < numbers.length;
  const time = taken.get("time");
  return {
    rows: repeated ? "message" : "conversation",
    delimiter,
    columns: Object.fromEntries(taken),
    dayFirst: isDayFirst(time === undefined ? [] : valuesOf(rows, time)),
    timezone: isZone(timezone) ? timezone : "UTC",
  };
}
