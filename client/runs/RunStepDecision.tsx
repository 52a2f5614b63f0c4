import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { routes } from "#shared/api/routes.ts";
import type { Step } from "#shared/engine/step.ts";
import { call } from "../api/call.ts";
import { Trouble } from "../ui/Trouble.tsx";
import classes from "../trace/Trace.module.css";

interface Props {
  run: string;
  step: Step;
}

/** Asks a person what nobody else can tell: whether an effect whose answer was lost has happened. */
export function RunStepDecision({ run, step }: Props) {
  const { t } = useTranslation("runTrace");
  const client = useQueryClient();
  const seq = step.log.find(({ doubt }) => doubt === "parked")?.seq;
  const decide = useMutation({
    mutationFn: (happened: boolean) =>
      call(routes.decideRun, { params: { id: run }, body: { seq: seq ?? 0, happened } }),
    onSuccess: () => Promise.all(["getRun", "listRuns"].map((name) => client.invalidateQueries({ queryKey: [name] }))),
  });
  const choices = [
    { happened: true, name: t("happened"), help: t("happenedHelp") },
    { happened: false, name: t("sendIt"), help: t("sendItHelp") },
  ];
  return (
    <section className={classes.decision}>
      <h3 className={classes.subheading}>{t("didIt")}</h3>
      <p>{t("didItWhy")}</p>
      <ul>
        {choices.map(({ happened, name, help }) => (
          <li key={name}>
            <Button
              size="xs"
              variant="default"
              loading={decide.isPending && decide.variables === happened}
              disabled={decide.isPending}
              onClick={() => decide.mutate(happened)}
            >
              {name}
            </Button>
            <span className={classes.quiet}>{help}</span>
          </li>
        ))}
      </ul>
      {decide.error && <Trouble error={decide.error} />}
    </section>
  );
}
