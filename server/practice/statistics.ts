import type { Conversation, Part, Statistics } from "./documents/conversation.ts";

const fromCustomer = ({ author }: Part): boolean => author.type === "user" || author.type === "lead";

/** A message to the customer or from them, not a note, not a change. */
export const isMessageType = (type: string): boolean => type === "comment" || type === "quick_reply";
const isMessage = ({ part_type }: Part): boolean => isMessageType(part_type);

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : Math.round((upper + lower) / 2);
}

/** How long the customer waited for each answer, in seconds, from the first message not yet answered. */
function waits(startedAt: number | null, messages: readonly Part[]): number[] {
  const found: number[] = [];
  let since: number | null = startedAt;
  for (const part of messages) {
    if (fromCustomer(part)) since ??= part.created_at;
    else if (since !== null) {
      found.push(part.created_at - since);
      since = null;
    }
  }
  return found;
}

/**
 * The figures Intercom reports of a conversation, from all its parts. Nothing is known of office
 * hours: every hour counts. Source: Intercom 2.16, schema `conversation_statistics`.
 */
export function statisticsOf(
  { created_at: start, source }: Pick<Conversation, "created_at" | "source">,
  parts: readonly Part[],
): Statistics {
  const fromTeam = source.author.type === "admin";
  const messages = parts.filter(isMessage);
  const firstWords = fromTeam ? (messages.find(fromCustomer)?.created_at ?? null) : start;
  const answers = messages.filter((part) => !fromCustomer(part));
  const assignments = parts.filter(({ part_type, assigned_to }) => part_type === "assignment" && assigned_to?.id);
  const closes = parts.filter(({ part_type }) => part_type === "close");
  const firstAnswerAt = answers[0]?.created_at ?? null;
  const lastAssignmentAt = assignments.at(-1)?.created_at ?? null;
  const assignmentBefore = assignments.findLast(
    ({ created_at }) => firstAnswerAt === null || created_at <= firstAnswerAt,
  );
  const after = (at: number | null | undefined) => (at === null || at === undefined ? null : at - start);
  return {
    time_to_assignment: after(assignmentBefore?.created_at),
    time_to_admin_reply: after(firstAnswerAt),
    time_to_first_close: after(closes[0]?.created_at),
    time_to_last_close: after(closes.at(-1)?.created_at),
    median_time_to_reply: median(waits(fromTeam ? null : start, messages)),
    first_contact_reply_at: firstWords,
    first_assignment_at: assignments[0]?.created_at ?? null,
    first_admin_reply_at: firstAnswerAt,
    first_close_at: closes[0]?.created_at ?? null,
    last_assignment_at: lastAssignmentAt,
    last_assignment_admin_reply_at:
      lastAssignmentAt === null
        ? null
        : (answers.find(({ created_at }) => created_at >= lastAssignmentAt)?.created_at ?? null),
    last_contact_reply_at: messages.findLast(fromCustomer)?.created_at ?? firstWords,
    last_admin_reply_at: answers.at(-1)?.created_at ?? null,
    last_close_at: closes.at(-1)?.created_at ?? null,
    last_closed_by_id: closes.at(-1)?.author.id ?? null,
    count_reopens: parts.filter(({ state }, index) => state === "open" && parts[index - 1]?.state === "closed").length,
    count_assignments: assignments.length,
    // The first message counts as one, though it stands in `source`.
    count_conversation_parts: parts.length + 1,
  };
}
