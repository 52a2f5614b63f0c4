import type { AriaLabelConfig } from "@xyflow/react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

/** React Flow's own words, in the language on screen. */
export function useFlowLabels(locked: boolean): Partial<AriaLabelConfig> {
  const { t } = useTranslation("editor");
  return useMemo(() => {
    const help = locked ? t("cardHelpLocked") : t("cardHelp");
    return {
      "node.a11yDescription.default": help,
      "node.a11yDescription.keyboardDisabled": help,
      "edge.a11yDescription.default": "",
      "minimap.ariaLabel": t("minimap"),
      "handle.ariaLabel": t("exit"),
    };
  }, [t, locked]);
}
