import { useTranslation } from "react-i18next";
import type { Simulation } from "#shared/api/simulations.ts";

/** What was gone through: a version by its number, or the draft as it was then. */
export function useVersionName(): (simulation: Pick<Simulation, "version">) => string {
  const { t } = useTranslation("reports");
  return ({ version }) => (version === null ? t("draftThen") : t("version", { number: version }));
}
