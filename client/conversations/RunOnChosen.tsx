import { Button, Checkbox } from "@mantine/core";
import { Hand } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { WorkflowSummary } from "#shared/api/workflows.ts";
import { RunOnTheseDialog } from "../byHand/RunOnTheseDialog.tsx";
import classes from "./RunOnChosen.module.css";

interface Props {
  workflows: readonly WorkflowSummary[];
  /** Ids of the conversations in the list as it is searched now. */
  shown: readonly string[];
  /** Ids of those that are ticked, shown or not. */
  chosen: readonly string[];
  onChange(chosen: ReadonlySet<string>): void;
}

/** Ticks all that are shown, says how many are ticked, and runs a workflow on them. */
export function RunOnChosen({ workflows, shown, chosen, onChange }: Props) {
  const { t } = useTranslation("conversations");
  const { t: hand } = useTranslation("byHand");
  const [asking, setAsking] = useState(false);
  const ticked = shown.filter((id) => chosen.includes(id)).length;
  const all = ticked === shown.length;
  return (
    <div className={classes.bar}>
      <Checkbox
        size="md"
        label={t("tickAll")}
        checked={all}
        indeterminate={!all && chosen.length > 0}
        onChange={() => onChange(all ? new Set() : new Set([...chosen, ...shown]))}
      />
      <span role="status" className={classes.count}>
        {chosen.length > 0 && t("ticked", { count: chosen.length })}
      </span>
      {chosen.length > 0 && (
        <Button
          size="xs"
          variant="default"
          leftSection={<Hand size={14} aria-hidden />}
          onClick={() => setAsking(true)}
        >
          {hand("onThese")}
        </Button>
      )}
      {asking && (
        <RunOnTheseDialog
          workflows={workflows}
          conversations={chosen}
          onClose={(done) => {
            setAsking(false);
            if (done) onChange(new Set());
          }}
        />
      )}
    </div>
  );
}
