import type { Contact, Conversation, Happening, Message } from "../events/facts.ts";
import type { Event } from "../events/event.ts";

/** What somebody said at a moment; who they are stands with the moment. */
export type Words = Pick<Message, "id" | "text" | "subject" | "attachmentCount" | "automatic">;

/** One thing that happened in a past conversation. */
export interface Moment {
  /** Epoch milliseconds. */
  at: number;
  /** The topic of the notification that told of it; null where Intercom tells of it by none. */
  topic: string | null;
  by?: { kind: Message["authorKind"]; id: string; name: string };
  part?: NonNullable<Event["part"]>;
  words?: Words;
  /** A note, which the customer does not see. */
  inside?: true;
  /** What of the conversation was another from then on. */
  change?: Partial<Conversation>;
  happening?: Happening;
}

/**
 * A past conversation, as the archive packs it: how it began, and what happened in it, oldest first. How it stood at any moment follows
 * from that. What is known only as it is today is named in `todays`.
 */
export interface Past {
  id: string;
  /** The conversation just after its first message; its attributes without history as they are today. */
  base: Conversation;
  /** The first is its start. */
  moments: readonly Moment[];
  /** A letter for each moment, by its topic, so that most of what is not asked for is never looked at: see `letters.ts`. */
  letters: string;
  /** Whom it is with, as known today. */
  contact: Contact | null;
  /**
   * References whose value is today's, since nothing tells what it was: "conversation.attributes.plan", "conversation.tags". The attributes of
   * `base` come first, in its order.
   */
  todays: readonly string[];
  /** How it stands at the end, tags of unknown time included. */
  last: Pick<Conversation, "state" | "teamId" | "teammateId" | "tags" | "priority" | "rating">;
  /** When it was last looked at, epoch milliseconds: what happened later is not known. */
  knownUntil: number;
}
