import { useTranslation } from "react-i18next";
import { kindOfTopic } from "#shared/events/topics.ts";
import { nodeTypes } from "#shared/integrations/manifest.ts";
import type { connections } from "../i18n/en/connections.ts";
import { useLanguage } from "../i18n/useLanguage.ts";

type About = Extract<keyof typeof connections, `about${string}`>;

/** Words for what happens most in conversations, where no trigger listens to it. */
const common: ReadonlyMap<string, About> = new Map<string, About>([
  ["conversation.admin.replied", "aboutReplied"],
  ["conversation.admin.assigned", "aboutAssigned"],
  ["conversation.admin.noted", "aboutNoted"],
  ["conversation.admin.opened", "aboutOpened"],
  ["conversation.admin.snoozed", "aboutSnoozed"],
  ["conversation.admin.unsnoozed", "aboutUnsnoozed"],
  ["conversation.priority.updated", "aboutPriority"],
  ["conversation.rating.added", "aboutRating"],
  ["conversation_part.tag.created", "aboutTagged"],
  ["ping", "aboutPing"],
]);

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
    const kind = kindOfTopic(topic);
    return t(common.get(topic) ?? (kind === null ? "aboutUnknown" : ofKind[kind]));
  };
}
