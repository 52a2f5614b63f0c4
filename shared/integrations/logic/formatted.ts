import { shorten, type Language } from "../../language/text.ts";
import { instantOf } from "../../template/instantOf.ts";

export type How = "upper" | "lower" | "firstBig" | "digits" | "trim" | "shorten" | "number" | "day" | "longDay";

const firstBig = (words: string, language: Language): string => {
  const [first = "", ...rest] = words;
  return first.toLocaleUpperCase(language) + rest.join("");
};

const isDecimal = (words: string): words is `${number}` => /^-?\d+(?:\.\d+)?$/.test(words);

/** "1234567.5" with its separators; written as text it keeps every digit. Spaces, and commas between thousands, are read over. */
function numberWords(words: string, language: Language): string | null {
  const bare = words.replaceAll(/\s/g, "");
  const plain = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare) ? bare.replaceAll(",", "") : bare;
  // By itself Spanish leaves four figures together; here separators are what was asked for.
  const format = new Intl.NumberFormat(language, { useGrouping: "always", maximumFractionDigits: 20 });
  return isDecimal(plain) ? format.format(plain) : null;
}

/** A date as values are written into texts: an instant in figures, or a day or time that begins with the year. */
function dayWords(words: string, language: Language, dateStyle: "medium" | "long"): string | null {
  const bare = words.trim();
  const at = /^-?\d{9,16}$/.test(bare)
    ? instantOf(Number(bare))
    : /^\d{4}-\d{2}-\d{2}/.test(bare)
      ? instantOf(bare)
      : null;
  const format = new Intl.DateTimeFormat(language, { dateStyle, timeZone: "UTC" });
  return at === null || Number.isNaN(new Date(at).getTime()) ? null : format.format(at);
}

/** A text written another way; null where it is no number, or no date, and that is what was asked for. */
export function formatted(words: string, how: How, most: number, language: Language): string | null {
  switch (how) {
    case "upper":
      return words.toLocaleUpperCase(language);
    case "lower":
      return words.toLocaleLowerCase(language);
    case "firstBig":
      return firstBig(words, language);
    case "digits":
      return words.replaceAll(/\D/g, "");
    case "trim":
      return words.trim();
    case "shorten":
      return shorten(words.trim(), most);
    case "number":
      return numberWords(words, language);
    case "day":
      return dayWords(words, language, "medium");
    case "longDay":
      return dayWords(words, language, "long");
  }
}
