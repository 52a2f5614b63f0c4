import { authorKind } from "./normalise.ts";
import { record, string, type Raw } from "./raw.ts";

/** What a part of a conversation is told by, beside those that are said by somebody. */
const topicsByPart = new Map([
  ["note", "conversation.admin.noted"],
  ["assignment", "conversation.admin.assigned"],
  ["assign_and_reopen", "conversation.admin.open.assigned"],
  ["open", "conversation.admin.opened"],
  ["close", "conversation.admin.closed"],
  ["snoozed", "conversation.admin.snoozed"],
  ["unsnoozed", "conversation.admin.unsnoozed"],
  ["timer_unsnooze", "conversation.admin.unsnoozed"],
]);
const said = new Set(["comment", "quick_reply"]);
const topicsBySpeaker = {
  customer: "conversation.user.replied",
  teammate: "conversation.admin.replied",
  bot: "conversation.operator.replied",
};

/** The topic of the notification that tells of a part; undefined where none does. Source: Intercom 2.16, schema `conversation_part`. */
export function toldBy(part: Raw): string | undefined {
  const type = string(part["part_type"]);
  if (!said.has(type)) return topicsByPart.get(type);
  return topicsBySpeaker[authorKind(string(record(part["author"])["type"]))];
}

/** The topic of the notification that tells of a conversation's start. */
export const startedBy = (conversation: Raw): string =>
  authorKind(string(record(record(conversation["source"])["author"])["type"])) === "customer"
    ? "conversation.user.created"
    : "conversation.admin.single.created";
