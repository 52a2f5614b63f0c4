import type { TFunction } from "i18next";
import type { Import } from "#shared/api/archive.ts";
import type { Language } from "#shared/language/text.ts";
import { durationWords } from "../ui/times.ts";

/** Time left, no finer than it can be known: "4 min", "1 h 10 min", "20 s". */
export function leftWords(seconds: number, language: Language): string {
  const step = seconds < 60 ? 5 : 60;
  return durationWords(Math.max(step, Math.ceil(seconds / step) * step) * 1000, language);
}

/** How far an import has got, in parts to be strung together. */
export function progressWords(
  { state, share, secondsLeft, read, holds, added, renewed, same }: Import,
  language: Language,
  t: TFunction<"archive">,
): string[] {
  const isOver = state === "done";
  return [
    ...(isOver ? [] : [read === 0 ? t("notBegun") : t("readSoFar", { count: read })]),
    ...(share !== null && read > 0 && !isOver ? [t("share", { percent: Math.floor(share * 100) })] : []),
    ...(state === "running" && secondsLeft !== null ? [t("timeLeft", { time: leftWords(secondsLeft, language) })] : []),
    ...(isOver ? [t("holds", { count: holds })] : []),
    ...(isOver && added > 0 && added !== holds ? [t("added", { count: added })] : []),
    ...(isOver && renewed > 0 ? [t("renewed", { count: renewed })] : []),
    ...(isOver && same > 0 ? [t("same", { count: same })] : []),
  ];
}
