import type { Language } from "./text.ts";

const marks = { en: { decimal: ".", thousands: "," }, es: { decimal: ",", thousands: "." } } as const;

/** A number as people write it in their language; the other decimal mark is taken too where it cannot mean thousands. Undefined when it is none. */
export function readNumber(typed: string, language: Language): number | undefined {
  const { decimal, thousands } = marks[language];
  const words = typed.replaceAll(/\s/g, "");
  const [whole = "", ...rest] = words.split(decimal);
  const grouped = new RegExp(`^-?\\d{1,3}(\\${thousands}\\d{3})+$`).test(whole);
  const plain = grouped ? [whole.replaceAll(thousands, ""), ...rest].join(".") : words.replace(",", ".");
  return /^-?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : undefined;
}

/** A number to be typed on with: without marks for thousands. */
export const showNumber = (value: number, language: Language): string =>
  new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: 20 }).format(value);
