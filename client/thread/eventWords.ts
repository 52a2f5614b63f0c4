import type { TFunction } from "i18next";
import type { ThreadPart } from "#shared/api/conversations.ts";

/** Who wrote or did it; what exports leave without a name is called by what it is. */
export const authorName = ({ author: { name, kind } }: ThreadPart, t: TFunction<"thread">): string =>
  name || t(`nameless_${kind}`);

/** What happened in a conversation, by Intercom's name of the part, as a sentence: "Marta assigned it to Billing". */
export function eventWords(part: ThreadPart, t: TFunction<"thread">): string {
  const { event, target } = part;
  const author = authorName(part, t);
  const values = { author, target: target ?? "" };
  // By an admin, a workflow, the customer and others.
  if (event?.startsWith("conversation_attribute_updated")) return t("eventAttribute", values);
  switch (event) {
    case "assignment":
    case "assign_and_reopen":
      if (target === null) return t("eventUnassigned", values);
      return target === "" ? t("eventAssignedSomebody", values) : t("eventAssigned", values);
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
    case "conversation_rating_changed":
      return t("eventRated", values);
    default: {
      const what = [event?.replaceAll("_", " "), target].filter((word) => word).join(" · ");
      return t("eventOther", { author, what });
    }
  }
}
