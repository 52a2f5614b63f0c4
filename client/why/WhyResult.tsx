import { Button, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { WhyAnswer } from "#shared/api/why.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { shortTime } from "../ui/times.ts";
import classes from "./Why.module.css";
import { WhyRow } from "./WhyRow.tsx";

interface Props {
  answer: WhyAnswer;
  onRead: () => void;
  isReading: boolean;
}

/** What was found of a conversation, and what each workflow did with it. */
export function WhyResult({ answer: { conversation, source, workflows }, onRead, isReading }: Props) {
  const { t } = useTranslation("why");
  const { language } = useLanguage();
  const said = { events: t("fromEvents"), archive: t("fromArchive"), intercom: t("fromIntercom"), none: "" }[source];
  return (
    <>
      <header className={classes.conversation}>
        <Title order={2} className={classes.title ?? ""}>
          {conversation.title || t("unnamed", { id: conversation.id })}
        </Title>
        {conversation.startedAt !== null && (
          <p className={classes.quiet}>
            {t("started", { at: shortTime(Date.parse(conversation.startedAt), language) })}
          </p>
        )}
        {said !== "" && <p className={classes.source}>{said}</p>}
        {source === "events" && (
          <Link className={classes.open ?? ""} to={`/conversations/${encodeURIComponent(conversation.id)}`}>
            {t("openConversation")}
          </Link>
        )}
      </header>
      {source === "none" && (
        <EmptyState title={t("unknownTitle")} help={t("unknownHelp")}>
          <Button onClick={onRead} loading={isReading}>
            {t("read")}
          </Button>
        </EmptyState>
      )}
      {source !== "none" && workflows.length === 0 && (
        <EmptyState title={t("noWorkflows")} help={t("noWorkflowsHelp")} />
      )}
      {workflows.length > 0 && (
        <ul className={classes.rows} aria-label={t("results")}>
          {workflows.map((told) => (
            <WhyRow key={told.id} told={told} conversation={conversation.id} />
          ))}
        </ul>
      )}
    </>
  );
}
