import type { Language } from "#shared/language/text.ts";

/** The virtual clock: "Tue 3 Mar 2026, 14:02", in the reader's own time zone. */
export const clockWords = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(language, {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  }).format(at);
