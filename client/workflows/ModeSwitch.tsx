import { Switch } from "@mantine/core";
import type { UseMutationResult } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Mode, WorkflowSummary } from "#shared/api/workflows.ts";
import classes from "./ModeSwitch.module.css";

interface Props {
  workflow: WorkflowSummary;
  change: UseMutationResult<unknown, Error, Mode>;
}

/** Off or on. A workflow that was never published has nothing to turn on, and says so. */
export function ModeSwitch({ workflow: { name, mode, liveVersion }, change }: Props) {
  const { t } = useTranslation("workflows");
  return (
    <div className={classes.mode}>
      <Switch
        size="md"
        checked={mode === "on"}
        disabled={liveVersion === null}
        aria-label={t("modeOf", { name })}
        onChange={({ currentTarget }) => change.mutate(currentTarget.checked ? "on" : "off")}
      />
      <span className={mode === "on" ? classes.on : classes.off}>
        {liveVersion === null ? t("publishFirst") : t(mode)}
      </span>
    </div>
  );
}
