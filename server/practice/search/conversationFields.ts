import { plainText } from "#shared/events/plainText.ts";
import type { Conversation } from "../documents/conversation.ts";
import type { Field, Fields } from "./query.ts";

const reads: Record<string, Field<Conversation>["read"]> = {
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
  contact_ids: ({ contact, further_contacts }) => [contact, ...further_contacts].map(({ id }) => id),
  teammate_ids: ({ teammate_ids }) => teammate_ids,
  tag_ids: ({ tags }) => tags.map(({ id }) => id),
  "source.type": ({ source }) => source.type,
  "source.id": ({ source }) => source.id,
  "source.delivered_as": ({ source }) => source.delivered_as,
  "source.url": ({ source }) => source.url,
  "source.subject": ({ source }) => source.subject,
  "source.body": ({ source }) =>
    plainText(source.body)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  "source.author.id": ({ source }) => source.author.id,
  "source.author.type": ({ source }) => source.author.type,
  "source.author.email": ({ source }) => source.author.email,
  "source.author.name": ({ source }) => source.author.name,
  "conversation_rating.score": ({ conversation_rating }) => conversation_rating?.rating ?? null,
  "conversation_rating.remark": ({ conversation_rating }) => conversation_rating?.remark ?? null,
};

/** Words are searched singly, as Intercom does in `source.body`. Source: Intercom 2.16, POST /conversations/search. */
export const conversationFields: Fields<Conversation> = (name) => {
  const [, figure] = /^statistics\.(\w+)$/.exec(name) ?? [];
  if (figure !== undefined)
    return { read: ({ statistics }) => Object.entries(statistics).find(([known]) => known === figure)?.[1] ?? null };
  const read = Object.hasOwn(reads, name) ? reads[name] : undefined;
  return read ? { read } : null;
};
