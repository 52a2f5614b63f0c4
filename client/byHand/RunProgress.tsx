import { Button, Progress } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Callout } from "../ui/Callout.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import type { useRunByHand } from "./useRunByHand.ts";

type RunByHand = ReturnType<typeof useRunByHand>;

/** How far starting the runs has come, what went wrong with it, and where the runs are to be seen. */
export function RunProgress({ run, started }: RunByHand) {
  const { t } = useTranslation("byHand");
  if (!run.variables) return null;
  const { workflow, ids } = run.variables;
  const words = t("progress", { started, count: ids.length });
  return (
    <>
      <div role="status">
        {run.isPending && (
          <>
            <Progress value={(started / ids.length) * 100} aria-label={words} animated />
            {words}
          </>
        )}
        {started > 0 && !run.isPending && (
          <Callout tone={run.isSuccess ? "good" : "warn"} title={words}>
            <Button component={Link} to={`/runs?workflow=${encodeURIComponent(workflow)}`} size="xs" variant="default">
              {t("seeRuns")}
            </Button>
          </Callout>
        )}
      </div>
      {run.error && <Trouble error={run.error} />}
    </>
  );
}
