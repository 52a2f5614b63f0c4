import type { TFunction } from "i18next";
import type { ThreadPart } from "#shared/api/conversations.ts";

/** What happened in a conversation, by Intercom's name of the part, as a sentence: "Marta assigned it to Billing". */
export function eventWords({ event, target, author }: ThreadPart, t: TFunction<"thread">): string {
  const values = { author: author.name, target: target ?? "" };
  switch (event) {
    case "assignment":
    case "assign_and_reopen":
      return target ? t("eventAssigned", values) : t("eventUnassigned", values);
    case "conversation_tags_updated":
      return t("eventTagged", values);
    case "untag":
      return t("eventUntagged", values);
    case "close":
      return t("eventClosed", values);
    case "open":
      return t("eventOpened", values);
    case "snoozed":
      return t("eventSnoozed", values);
    case "unsnoozed":
    case "timer_unsnooze":
      return t("eventUnsnoozed", values);
    case "conversation_attribute_updated_by_admin":
      return t("eventAttribute", values);
    case "conversation_rating_changed":
      return t("eventRated", values);
    default: {
      const what = [event?.replaceAll("_", " "), target].filter((word) => word).join(" · ");
      return t("eventOther", { author: author.name, what });
    }
  }
}
