import { ActionIcon, Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, MessageCircle, Workflow } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { Got } from "#shared/api/route.ts";
import type { routes } from "#shared/api/routes.ts";
import { query } from "../api/query.ts";
import classes from "../trace/Trace.module.css";
import { TraceView } from "../trace/TraceView.tsx";
import { RelativeTime } from "../ui/RelativeTime.tsx";
import bar from "../ui/TopBar.module.css";
import { Trouble } from "../ui/Trouble.tsx";
import { useTitle } from "../ui/useTitle.ts";
import { Waiting } from "../ui/Waiting.tsx";
import { DecidedActs } from "./DecidedActs.tsx";

/** One decision on the drawing that decided it. Nothing of it was sent. */
export function ShadowTrace() {
  const { decision = "" } = useParams();
  const found = useQuery(query("getShadow", { params: { decision } }));
  if (found.data) return <Trace decision={found.data} />;
  if (found.error) return <Trouble error={found.error} onRetry={() => void found.refetch()} />;
  return <Waiting />;
}

function Trace({ decision }: { decision: Got<typeof routes.getShadow> }) {
  const { t } = useTranslation("shadow");
  const { t: trace } = useTranslation("runTrace");
  const { workflow, version, subject, document, steps, event, title, at } = decision;
  useTitle(t("traceTitle", { name: workflow.name }));
  const all = `/workflows/${encodeURIComponent(workflow.id)}/shadow`;
  return (
    <TraceView
      drawing={`${workflow.id}:${version}`}
      document={document}
      steps={steps}
      event={event}
      broken={decision.outcome === "failed"}
      imagined
      top={
        <header className={bar.bar}>
          <ActionIcon component={Link} to={all} variant="subtle" color="gray" aria-label={t("back")} title={t("back")}>
            <ArrowLeft size={18} aria-hidden />
          </ActionIcon>
          <h1 className={classes.title}>{t("traceTitle", { name: workflow.name })}</h1>
          <span className={classes.quiet}>{trace("version", { number: version })}</span>
          <span className={classes.quiet}>
            <RelativeTime at={at} />
          </span>
          <div className={classes.end}>
            {subject?.kind === "conversation" && (
              <Button
                component={Link}
                to={`/conversations/${encodeURIComponent(subject.id)}`}
                size="xs"
                variant="default"
                leftSection={<MessageCircle size={14} aria-hidden />}
              >
                {t("conversation")}
              </Button>
            )}
            <Button
              component={Link}
              to={`/workflows/${encodeURIComponent(workflow.id)}`}
              size="xs"
              variant="default"
              leftSection={<Workflow size={14} aria-hidden />}
            >
              {t("openWorkflow")}
            </Button>
          </div>
        </header>
      }
      about={
        <>
          <p className={classes.quote}>{title || t("untitled")}</p>
          <p className={classes.quiet}>{event === null ? t("removed") : t("nothingSent")}</p>
          <DecidedActs decision={decision} document={document} />
        </>
      }
    />
  );
}
