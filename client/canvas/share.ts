import type { Language } from "#shared/language/text.ts";

export const countWords = (count: number, language: Language): string =>
  // Spanish groups four digits too only where it is asked for, and numbers here stand below each other.
  new Intl.NumberFormat(language, { useGrouping: "always" }).format(count);

/** A part of a whole in whole per cent. What is not all is never called 100%, and what is not nothing never 0%. */
export function shareWords(count: number, total: number, language: Language): string {
  const share = total === 0 ? 0 : count / total;
  const percent = (of: number) => new Intl.NumberFormat(language, { style: "percent" }).format(of);
  if (share > 0 && share < 0.01) return `<${percent(0.01)}`;
  if (share < 1 && share > 0.99) return `>${percent(0.99)}`;
  return percent(share);
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
