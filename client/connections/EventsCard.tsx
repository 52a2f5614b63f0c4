import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ConnectionStatus, ReceivedEvent } from "#shared/api/connection.ts";
import { kindOfTopic } from "#shared/events/topics.ts";
import { query } from "../api/query.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { Card } from "../ui/Card.tsx";
import { RelativeTime } from "../ui/RelativeTime.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { EventLight } from "./EventLight.tsx";
import classes from "./EventsCard.module.css";
import { MissedEvents } from "./MissedEvents.tsx";
import { useTopicWords } from "./useTopicWords.ts";

/** What came in lately, and what became of it. */
export function EventsCard({ status: { kind, lastEvent, missed } }: { status: ConnectionStatus }) {
  const { t } = useTranslation("connections");
  const list = useQuery(query("listEvents", { query: { limit: 20 } }));
  return (
    <Card title={t("eventsTitle")}>
      <EventLight lastEvent={lastEvent} />
      <MissedEvents missed={missed} />
      {list.isPending && <Waiting />}
      {list.isError && <Trouble error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.events.length === 0 && (
        <p className={classes.quiet}>{kind === "practice" ? t("eventsNonePractice") : t("eventsNoneReal")}</p>
      )}
      {list.data && list.data.events.length > 0 && (
        <ul className={classes.events}>
          {list.data.events.map((event) => (
            <Row key={event.id} event={event} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Row({ event: { topic, receivedAt, subject, runs, note } }: { event: ReceivedEvent }) {
  const { t } = useTranslation("connections");
  const { pick } = useLanguage();
  const words = useTopicWords();
  const started = t("eventRuns", { count: runs });
  const ofConversation = kindOfTopic(topic) === "conversation" && subject !== null;
  return (
    <li className={classes.event}>
      <div className={classes.what}>
        <span>{words(topic)}</span>
        <code className={classes.topic}>{topic}</code>
        {note && <span className={classes.note}>{pick(note)}</span>}
        <span className={classes.quiet}>
          {runs === 0 ? (
            t("eventNoRuns")
          ) : ofConversation ? (
            <Link className={classes.link} to={`/runs?conversation=${encodeURIComponent(subject)}`}>
              {started}
            </Link>
          ) : (
            started
          )}
        </span>
      </div>
      <span className={classes.when}>
        <RelativeTime at={receivedAt} />
      </span>
    </li>
  );
}
