import { Button, Tooltip } from "@mantine/core";
import { FlaskConical, Import } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { countWords } from "../canvas/share.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import classes from "./SimulateSwitch.module.css";
import { SlicePicker } from "./SlicePicker.tsx";
import { useCounted } from "./useCounted.ts";
import type { Simulation } from "./useSimulation.ts";

/** Shows the numbers of past conversations on the drawing, or leads to where they are brought in. */
export function SimulateSwitch({ simulation }: { simulation: Simulation }) {
  const { t } = useTranslation("backtest");
  const { language } = useLanguage();
  const { archive, on, setOn, choice, choose } = simulation;
  const counted = useCounted(simulation, ({ counts }) => counts?.total);
  if (!archive) return null;
  if (archive.conversations === 0)
    return (
      <Tooltip label={t("importHelp")} multiline w={260}>
        <Button
          component={Link}
          to="/archive"
          size="xs"
          variant="default"
          leftSection={<Import size={16} aria-hidden />}
        >
          {t("import")}
        </Button>
      </Tooltip>
    );
  const total = countWords(counted ?? archive.conversations, language);
  return (
    <div className={classes.group}>
      <Tooltip label={t("simulateHelp")} multiline w={260}>
        <Button
          size="xs"
          variant={on ? "light" : "default"}
          className={classes.switch ?? ""}
          leftSection={<FlaskConical size={16} aria-hidden />}
          aria-pressed={on}
          onClick={() => setOn(!on)}
        >
          {t("simulate", { number: total })}
        </Button>
      </Tooltip>
      {on && <SlicePicker choice={choice} archive={archive} onChoose={choose} />}
    </div>
  );
}
