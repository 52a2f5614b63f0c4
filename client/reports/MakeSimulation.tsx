import { Button, Progress, Select, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { routes } from "#shared/api/routes.ts";
import { call } from "../api/call.ts";
import { query } from "../api/query.ts";
import { Card } from "../ui/Card.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import classes from "./Reports.module.css";
import { useFigures } from "./useFigures.ts";

const lookAgainMs = 400;
const dayMs = 86_400_000;
const draft = "draft";

/** A day of the browser's own time zone as an instant. */
const startOf = (day: string, plusDays = 0): string | null =>
  day === "" ? null : new Date(new Date(`${day}T00:00`).getTime() + plusDays * dayMs).toISOString();

/** Chooses what to simulate over which time, shows how far it is, and opens the report. */
export function MakeSimulation({ workflow }: { workflow: string }) {
  const { t } = useTranslation("reports");
  const { percent } = useFigures();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [what, setWhat] = useState(draft);
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const stop = useRef<AbortController | null>(null);
  const versions = useQuery(query("listVersions", { params: { id: workflow } }));
  const make = useMutation({
    mutationFn() {
      const stopping = (stop.current = new AbortController());
      const body = {
        version: what === draft ? null : Number(what),
        slice: { from: startOf(from), to: startOf(to, 1) },
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      };
      return call(routes.makeSimulation, { params: { id: workflow }, body }, stopping.signal);
    },
    async onSuccess({ id }) {
      await client.invalidateQueries({ queryKey: ["listSimulations"] });
      await navigate(`/workflows/${workflow}/simulations/${id}`);
    },
  });
  // Whoever stops it needs no word of that.
  const isStopped = make.error?.name === "AbortError";
  const progress = useQuery({
    ...query("listSimulations", { params: { id: workflow } }),
    refetchInterval: make.isPending ? lookAgainMs : false,
  });
  const share = progress.data?.making ?? 0;
  return (
    <Card title={t("simulate")}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <Select
          className={classes.what ?? ""}
          label={t("what")}
          allowDeselect={false}
          value={what}
          onChange={(chosen) => setWhat(chosen ?? draft)}
          data={[
            { value: draft, label: t("draft") },
            ...(versions.data?.versions ?? []).map(({ number }) => ({
              value: String(number),
              label: t("version", { number }),
            })),
          ]}
        />
        <TextInput
          type="date"
          label={t("from")}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput type="date" label={t("to")} value={to} onChange={(event) => setTo(event.currentTarget.value)} />
        <Button type="submit" disabled={make.isPending}>
          {t("simulate")}
        </Button>
      </form>
      <p className={classes.quiet}>{t("timeHelp")}</p>
      {make.isPending && (
        <div className={classes.making} role="status">
          <span>{t("simulating", { share: percent(share) })}</span>
          <Progress value={share * 100} aria-label={t("simulating", { share: percent(share) })} />
          <Button size="xs" variant="default" onClick={() => stop.current?.abort()}>
            {t("stop")}
          </Button>
        </div>
      )}
      {make.error && !isStopped && <Trouble error={make.error} />}
    </Card>
  );
}
