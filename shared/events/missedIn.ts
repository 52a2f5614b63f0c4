import { entries, id, instant, record, string, type Raw } from "./raw.ts";
import { startedBy, toldBy } from "./toldBy.ts";

interface Happened {
  topic: string;
  /** Epoch milliseconds. */
  at: number;
  /** What tells it from others of its topic in the same conversation. */
  mark: string;
  /** What its item carries beside the conversation. */
  item: Raw;
}

function happenedIn(conversation: Raw): Happened[] {
  const { conversation_parts, conversation_rating, created_at, tags } = conversation;
  const rating = record(conversation_rating);
  return [
    { topic: startedBy(conversation), at: instant(created_at) ?? 0, mark: "", item: {} },
    ...entries(conversation_parts, "conversation_parts").flatMap((part) => {
      const topic = toldBy(part);
      const item = {
        conversation_parts: { type: "conversation_part.list", conversation_parts: [part], total_count: 1 },
      };
      return topic ? [{ topic, at: instant(part["created_at"]) ?? 0, mark: string(part["id"]), item }] : [];
    }),
    ...(typeof rating["rating"] === "number"
      ? [{ topic: "conversation.rating.added", at: instant(rating["created_at"]) ?? 0, mark: "rating", item: {} }]
      : []),
    ...entries(tags, "tags").map((tag) => ({
      topic: "conversation_part.tag.created",
      at: instant(tag["applied_at"]) ?? 0,
      mark: `tag-${string(tag["id"])}`,
      item: { tags_added: { type: "tag.list", tags: [tag] } },
    })),
  ];
}

/**
 * What happened in a conversation from an instant on (epoch milliseconds), as the notifications that would have told it, oldest
 * first. The conversation itself is as it is now.
 * @param conversation with its parts, of Intercom 2.16: GET /conversations/{id}?display_as=plaintext.
 */
export function missedIn(conversation: Raw, appId: string, since: number): Raw[] {
  const about = id(conversation["id"]);
  if (about === null) return [];
  return happenedIn(conversation)
    .filter(({ at }) => at >= since)
    .toSorted((one, other) => one.at - other.at)
    .map(({ topic, at, mark, item }) => ({
      type: "notification_event",
      id: `missed:${topic}:${about}:${mark}:${at}`,
      app_id: appId,
      topic,
      created_at: Math.floor(at / 1000),
      data: { type: "notification_event_data", item: { ...conversation, conversation_parts: null, ...item } },
    }));
}
