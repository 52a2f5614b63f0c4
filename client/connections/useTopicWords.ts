import { useTranslation } from "react-i18next";
import { kindOfTopic } from "#shared/events/topics.ts";
import { nodeTypes } from "#shared/integrations/manifest.ts";
import { useLanguage } from "../i18n/useLanguage.ts";

/** What a topic of Intercom tells, in words: the trigger's own where one listens to it, else what it is about. */
export function useTopicWords(): (topic: string) => string {
  const { t } = useTranslation("connections");
  const { pick } = useLanguage();
  return (topic) => {
    const trigger = nodeTypes.find((node) => node.kind === "trigger" && node.topics.includes(topic));
    if (trigger) return pick(trigger.label);
    if (topic === "ping") return t("aboutPing");
    const kind = kindOfTopic(topic);
    return kind === null ? t("aboutUnknown") : t(`about_${kind}`);
  };
}
