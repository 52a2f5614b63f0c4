import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { WorkflowDetail } from "#shared/api/workflows.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { useSetMode } from "../mode/useSetMode.ts";
import { Callout } from "../ui/Callout.tsx";
import { RelativeTime } from "../ui/RelativeTime.tsx";
import { notifyRefusal } from "./notifyRefusal.ts";
import classes from "./PausedBar.module.css";

/** Says that Switchboard turned the workflow off by itself, why and when, and what can be done. */
export function PausedBar({ detail: { id, pause } }: { detail: WorkflowDetail }) {
  const { t } = useTranslation("editor");
  const { pick } = useLanguage();
  const setMode = useSetMode(id);
  if (!pause) return null;
  return (
    <section className={classes.bar} aria-label={t("paused")}>
      <Callout tone="bad" title={t("paused")}>
        <p>{pick(pause.why)}</p>
        <p className={classes.quiet}>
          {t("pausedSince")} <RelativeTime at={pause.since} />. {t("pausedHelp")}
        </p>
        <div className={classes.choices}>
          <Button
            size="xs"
            loading={setMode.isPending}
            onClick={() =>
              setMode.mutate({ mode: pause.mode }, { onError: (error) => notifyRefusal(t("modeFailed"), error) })
            }
          >
            {t("pausedTurnOn")}
          </Button>
          <Button size="xs" variant="default" component={Link} to={`/runs?workflow=${id}`}>
            {t("pausedRuns")}
          </Button>
        </div>
      </Callout>
    </section>
  );
}
