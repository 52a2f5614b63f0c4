import type { Language } from "#shared/language/text.ts";

const units = ["kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** "840 kB", "12.4 MB", "1.2 TB". */
export function sizeWords(bytes: number, language: Language): string {
  let size = bytes / 1_000;
  let unit = 0;
  while (size >= 1_000 && unit < units.length - 1) {
    size /= 1_000;
    unit += 1;
  }
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit: units[unit] ?? "kilobyte",
    maximumFractionDigits: size < 100 && unit > 0 ? 1 : 0,
  }).format(size);
}
