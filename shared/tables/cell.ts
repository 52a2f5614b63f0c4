import { readNumber, showNumber } from "../language/numberText.ts";
import { fold, type Language } from "../language/text.ts";
import { instantOf } from "../template/instantOf.ts";
import type { Cell, ColumnType } from "./table.ts";

const yes = new Set(["yes", "y", "true", "1", "si", "s", "verdadero"]);
const no = new Set(["no", "n", "false", "0", "falso"]);

/** A day that the calendar has, as YYYY-MM-DD; undefined for the 31st of February. */
function day(year: number, month: number, date: number): string | undefined {
  const at = new Date(Date.UTC(year, month - 1, date));
  const real = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
  return real && year >= 1000 && year <= 9999 ? at.toISOString().slice(0, 10) : undefined;
}

/**
 * A day from what people and values write: 2026-07-25, with a time or without; an instant in figures, as values of
 * Intercom are; 25/7/2026 or 25.7.2026. Which of two small numbers is the month, English does not agree on: there it is
 * only taken where it cannot be mistaken.
 */
function readDay(words: string, language: Language): string | undefined {
  if (/^\d{9,16}$/.test(words)) {
    const at = new Date(instantOf(Number(words)) ?? Number.NaN);
    return Number.isNaN(at.getTime()) ? undefined : day(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
  }
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?$/.exec(words) ?? [];
  if (year !== undefined) return day(Number(year), Number(month), Number(date));
  const [, first = "", second = "", last = ""] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(words) ?? [];
  const dayFirst = day(Number(last), Number(second), Number(first));
  const monthFirst = day(Number(last), Number(first), Number(second));
  if (language === "es" || dayFirst === monthFirst) return dayFirst;
  return dayFirst === undefined ? monthFirst : monthFirst === undefined ? dayFirst : undefined;
}

function readBoolean(words: string): boolean | undefined {
  const word = fold(words);
  return yes.has(word) ? true : no.has(word) ? false : undefined;
}

/** What words mean in a column of a type: null where there are none, undefined where they do not fit. */
export function readCell(type: ColumnType, words: string, language: Language): Cell | undefined {
  const bare = words.trim();
  if (bare === "") return null;
  if (type === "number") {
    const number = readNumber(bare, language);
    return Number.isFinite(number) ? number : undefined;
  }
  if (type === "date") return readDay(bare, language);
  return type === "boolean" ? readBoolean(bare) : words;
}

/** A cell as words that `readCell` reads back in the same language: what is edited, copied and exported. */
export function cellText(cell: Cell, language: Language): string {
  if (cell === null) return "";
  if (typeof cell === "boolean") return cell ? { en: "Yes", es: "Sí" }[language] : "No";
  return typeof cell === "number" ? showNumber(cell, language) : cell;
}

/** What a cell is found by: texts that differ only in case, accents and outer spaces are the same. */
export const cellKey = (cell: Exclude<Cell, null>): string | number =>
  typeof cell === "string" ? fold(cell).trim() : typeof cell === "number" ? cell : String(cell);

/** Whether a cell is of a column's type; one that is empty always is. Lengths are another matter. */
export function fitsColumn(type: ColumnType, cell: Cell): boolean {
  if (cell === null) return true;
  if (type === "date") return typeof cell === "string" && readDay(cell, "en") === cell;
  return typeof cell === { text: "string", number: "number", boolean: "boolean" }[type];
}
