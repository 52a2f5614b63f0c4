import { useTranslation } from "react-i18next";
import type { RunSummary } from "#shared/api/runs.ts";

/** What a run is about, where nothing better is known in words of its kind. */
export function useRunTitle(): (run: RunSummary) => string {
  const { t } = useTranslation("runs");
  return ({ title, subject }) => title || t(`${subject?.kind ?? "nothing"}Untitled`);
}
