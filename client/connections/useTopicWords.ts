import { useTranslation } from "react-i18next";
import { kindOfTopic } from "#shared/events/topics.ts";
import { nodeTypes } from "#shared/integrations/manifest.ts";
import { useLanguage } from "../i18n/useLanguage.ts";

const ofKind = {
  conversation: "aboutConversation",
  contact: "aboutContact",
  company: "aboutCompany",
  ticket: "aboutTicket",
  teammate: "aboutTeammate",
  other: "aboutOther",
} as const;

/** What a topic of Intercom tells, in words: the trigger's own where one listens to it, else what it is about. */
export function useTopicWords(): (topic: string) => string {
  const { t } = useTranslation("connections");
  const { pick } = useLanguage();
  return (topic) => {
    const trigger = nodeTypes.find((node) => node.kind === "trigger" && node.topics.includes(topic));
    if (trigger) return pick(trigger.label);
    // Intercom's trial of the address, sent when a webhook is saved.
    if (topic === "ping") return t("aboutPing");
    const kind = kindOfTopic(topic);
    return t(kind === null ? "aboutUnknown" : ofKind[kind]);
  };
}
