import type { TFunction } from "i18next";
import type { PastPart } from "#shared/api/backtests.ts";
import type { Speech } from "#shared/language/speech.ts";

/** What happened in a past conversation, by Intercom's topic of it, as a sentence: "Marta assigned it to Billing". */
export function pastEventWords(
  { event, target, author }: PastPart,
  { lists }: Speech,
  t: TFunction<"backtest">,
): string {
  const name = [...(lists?.teams ?? []), ...(lists?.teammates ?? [])].find(({ id }) => id === target)?.name;
  const values = { author: author?.name || t("somebody"), target: name ?? target ?? "" };
  switch (event) {
    case "conversation.admin.assigned":
    case "conversation.admin.open.assigned":
      if (target === null) return t("eventUnassigned", values);
      // A number means nothing to a reader.
      return t("eventAssigned", { ...values, target: name ?? (/^\d+$/.test(target) ? t("someone") : target) });
    case "conversation_part.tag.created":
      return t("eventTagged", values);
    case "conversation.admin.closed":
      return t("eventClosed", values);
    case "conversation.admin.opened":
      return t("eventOpened", values);
    case "conversation.admin.snoozed":
      return t("eventSnoozed", values);
    case "conversation.admin.unsnoozed":
      return t("eventUnsnoozed", values);
    case "conversation.rating.added":
      return t("eventRated", values);
    case "conversation.priority.updated":
      return t("eventPriority", values);
    default:
      return t("eventOther", values);
  }
}
