import { CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ConnectionStatus } from "#shared/api/connection.ts";
import { Callout } from "../ui/Callout.tsx";
import { Card } from "../ui/Card.tsx";
import { CopyField } from "../ui/CopyField.tsx";
import classes from "./Connections.module.css";
import { useTopicWords } from "./useTopicWords.ts";

/** How Intercom is told to send its events here, step by step: the address, whether it can be reached, and the topics. */
export function WebhookCard({ status: { kind, webhookUrl, webhookReachable, topics } }: { status: ConnectionStatus }) {
  const { t } = useTranslation("connections");
  const words = useTopicWords();
  return (
    <Card title={t("webhookTitle")}>
      <p>{kind === "practice" ? t("webhookPractice") : t("webhookHelp")}</p>
      <ol className={classes.steps}>
        <li>{t("stepHub")}</li>
        <li>{t("stepPermissions")}</li>
        <li>
          {t("stepAddress")}
          <CopyField label={t("address")} value={webhookUrl} />
          {webhookReachable ? (
            <span className={classes.good}>
              <CircleCheck size={16} aria-hidden />
              {t("reachable")}
            </span>
          ) : (
            <Callout tone="warn" title={t("unreachable")}>
              <p>{t("unreachableDo")}</p>
            </Callout>
          )}
        </li>
        <li>
          {topics.length === 0 ? t("noTopics") : t("stepTopics")}
          {topics.length > 0 && (
            <ul className={classes.topics}>
              {topics.map((topic) => (
                <li key={topic}>
                  <span>{words(topic)}</span>
                  <CopyField label={words(topic)} value={topic} hideLabel />
                </li>
              ))}
            </ul>
          )}
        </li>
        <li>{t("stepTry")}</li>
      </ol>
    </Card>
  );
}
