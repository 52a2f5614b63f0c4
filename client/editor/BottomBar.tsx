import { Button } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { CircleCheck, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Fault } from "#shared/workflow/fault.ts";
import classes from "./BottomBar.module.css";
import type { EditorActions } from "./editorActions.ts";
import { FaultList } from "./FaultList.tsx";
import { KeyboardHelp } from "./KeyboardHelp.tsx";
import { SampleChooser } from "./SampleChooser.tsx";
import type { useSample } from "./useSample.ts";

interface Props {
  faults: readonly Fault[];
  actions: EditorActions;
  sample: ReturnType<typeof useSample>;
}

/** Below the canvas: what is wrong, whose values are shown, and the keys. */
export function BottomBar({ faults, actions, sample }: Props) {
  const { t } = useTranslation("editor");
  const [open, setOpen] = useLocalStorage({
    key: "switchboard.faults",
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  return (
    <>
      {open && (
        <section id="faults" className={classes.drawer} aria-label={t("faultsTitle")}>
          {faults.length === 0 ? (
            <p className={classes.quiet}>{t("faultsNone")}</p>
          ) : (
            <FaultList faults={faults} nameOf={actions.nameOf} onGo={actions.showFault} />
          )}
        </section>
      )}
      <div className={classes.bar}>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          c={faults.length > 0 ? "var(--sb-warn)" : "var(--sb-quiet)"}
          leftSection={
            faults.length > 0 ? <TriangleAlert size={16} aria-hidden /> : <CircleCheck size={16} aria-hidden />
          }
          aria-expanded={open}
          aria-controls="faults"
          onClick={() => setOpen(!open)}
        >
          {t("faults", { count: faults.length })}
        </Button>
        <SampleChooser {...sample} />
        <div className={classes.end}>
          <KeyboardHelp />
        </div>
      </div>
    </>
  );
}
