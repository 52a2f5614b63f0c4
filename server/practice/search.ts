import { z } from "zod";
import { plainText } from "#shared/events/plainText.ts";
import type { Conversation } from "./documents/conversation.ts";

const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
type Scalar = z.infer<typeof Scalar>;

const Single = z.object({
  field: z.string(),
  operator: z.enum(["=", "!=", "IN", "NIN", "<", "<=", ">", ">=", "~", "!~", "^", "$"]),
  value: z.union([Scalar, z.array(z.union([z.string(), z.number()])).max(150)]),
});
type Single = z.infer<typeof Single>;

const most = 15;
const Group = z.object({ operator: z.enum(["AND", "OR"]), value: z.array(Single).min(1).max(most) });
const Groups = z.object({ operator: z.enum(["AND", "OR"]), value: z.array(Group).min(1).max(most) });

/** A filter, a group of filters, or a group of groups. Source: Intercom 2.16, POST /conversations/search. */
export const Query = z.union([Single, Group, Groups]);
export type Query = z.infer<typeof Query>;

type Read = (conversation: Conversation) => Scalar | string[];

/** The fields that the practice can search by, by Intercom's names. Words are searched singly, as Intercom does. */
const fields: Record<string, Read> = {
  id: ({ id }) => id,
  created_at: ({ created_at }) => created_at,
  updated_at: ({ updated_at }) => updated_at,
  waiting_since: ({ waiting_since }) => waiting_since,
  snoozed_until: ({ snoozed_until }) => snoozed_until,
  state: ({ state }) => state,
  open: ({ state }) => state !== "closed",
  read: ({ read }) => read,
  priority: ({ priority }) => priority,
  admin_assignee_id: ({ admin_assignee_id }) => admin_assignee_id,
  team_assignee_id: ({ team_assignee_id }) => team_assignee_id,
  contact_ids: ({ contact }) => [contact.id],
  teammate_ids: ({ teammate_ids }) => teammate_ids,
  tag_ids: ({ tags }) => tags.map(({ id }) => id),
  "source.type": ({ source }) => source.type,
  "source.subject": ({ source }) => source.subject,
  "source.body": ({ source }) =>
    plainText(source.body)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  "source.author.id": ({ source }) => source.author.id,
  "source.author.email": ({ source }) => source.author.email,
  "source.author.name": ({ source }) => source.author.name,
  "conversation_rating.score": ({ conversation_rating }) => conversation_rating?.rating ?? null,
};

const same = (a: Scalar, b: Scalar): boolean =>
  a === null || b === null ? a === b : String(a).toLowerCase() === String(b).toLowerCase();

/** Whether one value passes; nothing is before or after what is not set. */
function passes(actual: Scalar, { operator, value }: Single): boolean {
  if (Array.isArray(value)) {
    const among = value.some((one) => same(actual, one));
    return operator === "IN" ? among : operator === "NIN" && !among;
  }
  const [words, wanted] = [String(actual ?? "").toLowerCase(), String(value ?? "").toLowerCase()];
  const [left, right] = [Number(actual), Number(value)];
  switch (operator) {
    case "=":
    case "IN":
      return same(actual, value);
    case "!=":
    case "NIN":
      return !same(actual, value);
    case "~":
      return words.includes(wanted);
    case "!~":
      return !words.includes(wanted);
    case "^":
      return words.startsWith(wanted);
    case "$":
      return words.endsWith(wanted);
    case "<":
      return actual !== null && left < right;
    case "<=":
      return actual !== null && left <= right;
    case ">":
      return actual !== null && left > right;
    case ">=":
      return actual !== null && left >= right;
  }
}

const denies = new Set<Single["operator"]>(["!=", "NIN", "!~"]);

function single(filter: Single, conversation: Conversation): boolean {
  const actual = fields[filter.field]?.(conversation) ?? null;
  if (!Array.isArray(actual)) return passes(actual, filter);
  return denies.has(filter.operator)
    ? actual.every((one) => passes(one, filter))
    : actual.some((one) => passes(one, filter));
}

/** The first field of a query that cannot be searched by; null where all can. */
export function unknownField(query: Query): string | null {
  if ("field" in query) return Object.hasOwn(fields, query.field) ? null : query.field;
  return query.value.map(unknownField).find((field) => field !== null) ?? null;
}

export function matches(query: Query, conversation: Conversation): boolean {
  if ("field" in query) return single(query, conversation);
  return query.operator === "AND"
    ? query.value.every((inner) => matches(inner, conversation))
    : query.value.some((inner) => matches(inner, conversation));
}
