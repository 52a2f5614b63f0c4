import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ArrowLeft, ChevronLeft, ChevronRight, MessageCircle, Square, Workflow } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { routes } from "#shared/api/routes.ts";
import type { RunDetail } from "#shared/api/runs.ts";
import { call } from "../api/call.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { RelativeTime } from "../ui/RelativeTime.tsx";
import { RunOutcome } from "../ui/RunOutcome.tsx";
import { durationWords } from "../ui/times.ts";
import { ToolIcon } from "../ui/ToolIcon.tsx";
import bar from "../ui/TopBar.module.css";
import { Trouble } from "../ui/Trouble.tsx";
import classes from "../trace/Trace.module.css";

interface Props {
  run: RunDetail;
  onGo(to: "previous" | "next"): void;
}

/** Which run it is, how it ended or stands, and the ways from here. */
export function RunPageTop({ run, onGo }: Props) {
  const { t } = useTranslation("runTrace");
  const { language } = useLanguage();
  const client = useQueryClient();
  const stop = useMutation({
    mutationFn: () => call(routes.stopRun, { params: { id: run.id } }),
    onSuccess: () => Promise.all(["getRun", "listRuns"].map((name) => client.invalidateQueries({ queryKey: [name] }))),
  });
  const isGoing = ["running", "waiting", "parked"].includes(run.status);
  const neighbours = [
    { to: "previous", id: run.previous, name: t("previous"), Icon: ChevronLeft },
    { to: "next", id: run.next, name: t("next"), Icon: ChevronRight },
  ] as const;
  return (
    <header>
      <div className={bar.bar}>
        <ActionIcon component={Link} to="/runs" variant="subtle" color="gray" aria-label={t("back")} title={t("back")}>
          <ArrowLeft size={18} aria-hidden />
        </ActionIcon>
        <h1 className={classes.title}>{run.workflow.name}</h1>
        <span className={classes.quiet}>{t("version", { number: run.version })}</span>
        <span role="status">
          <RunOutcome status={run.status} />
        </span>
        <span className={classes.quiet}>
          <RelativeTime at={run.startedAt} />
        </span>
        {run.durationMs !== null && (
          <span className={`${classes.quiet} tabular`}>
            {t("lasted", { time: durationWords(run.durationMs, language) })}
          </span>
        )}
        <div className={classes.end}>
          {isGoing && (
            <Tooltip label={t("stopHelp")} multiline w={240}>
              <Button
                size="xs"
                variant="default"
                leftSection={<Square size={14} aria-hidden />}
                loading={stop.isPending}
                onClick={() => stop.mutate()}
              >
                {t("stop")}
              </Button>
            </Tooltip>
          )}
          {run.subject?.kind === "conversation" && (
            <Button
              component={Link}
              to={`/conversations/${encodeURIComponent(run.subject.id)}`}
              size="xs"
              variant="default"
              leftSection={<MessageCircle size={14} aria-hidden />}
            >
              {t("conversation")}
            </Button>
          )}
          <Button
            component={Link}
            to={`/workflows/${encodeURIComponent(run.workflow.id)}`}
            size="xs"
            variant="default"
            leftSection={<Workflow size={14} aria-hidden />}
          >
            {t("openWorkflow")}
          </Button>
          <div className={classes.neighbours}>
            {neighbours.map(({ to, id, name, Icon }) => (
              <ToolIcon key={to} name={name} Icon={Icon} disabled={id === null} onClick={() => onGo(to)} />
            ))}
          </div>
        </div>
      </div>
      {stop.error && <Trouble error={stop.error} />}
    </header>
  );
}
