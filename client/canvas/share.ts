import type { Language } from "#shared/language/text.ts";

/** Made once: a large drawing writes thousands of numbers with every edit. */
const written = (options: Intl.NumberFormatOptions): Record<Language, Intl.NumberFormat> => ({
  en: new Intl.NumberFormat("en", options),
  es: new Intl.NumberFormat("es", options),
});
// Spanish groups four digits too only where it is asked for, and numbers here stand beside each other.
const counts = written({ useGrouping: "always" });
const shares = written({ style: "percent" });

export const countWords = (count: number, language: Language): string => counts[language].format(count);

/** A part of a whole in whole per cent. What is not all is never called 100%, and what is not nothing never 0%. */
export function shareWords(count: number, total: number, language: Language): string {
  const share = total === 0 ? 0 : count / total;
  const percent = shares[language];
  if (share > 0 && share < 0.01) return `<${percent.format(0.01)}`;
  if (share < 1 && share > 0.99) return `>${percent.format(0.99)}`;
  return percent.format(share);
}

/** How much of the whole goes this way, from 0 (nothing) to 5 (more than half): how thick a line is drawn. */
export function heatOf(count: number, total: number): 0 | 1 | 2 | 3 | 4 | 5 {
  if (count === 0 || total === 0) return 0;
  const share = count / total;
  if (share <= 0.02) return 1;
  if (share <= 0.1) return 2;
  if (share <= 0.25) return 3;
  return share <= 0.5 ? 4 : 5;
}
