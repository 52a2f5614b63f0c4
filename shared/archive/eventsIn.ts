import type { Event } from "../events/event.ts";
import type { Conversation, Facts, Message } from "../events/facts.ts";
import { lettersIn } from "./letters.ts";
import type { Moment, Past } from "./past.ts";

/** Events of past conversations come from no workspace: nothing can be sent to it. */
export const archiveApp = "archive";

function messageOf({ words, by, at }: Moment): Message | null {
  if (!words) return null;
  const { id, text, subject, attachmentCount, automatic } = words;
  return {
    id,
    text,
    subject,
    attachmentCount,
    automatic,
    authorKind: by?.kind ?? "customer",
    authorId: by?.id ?? "",
    authorName: by?.name ?? "",
    at,
  };
}

function eventAt(past: Past, index: number, moment: Moment, topic: string, conversation: Conversation): Event {
  const message = messageOf(moment) ?? (past.moments[0] ? messageOf(past.moments[0]) : null);
  const facts: Facts = { conversation, message, contact: past.contact, company: null };
  if (moment.happening) facts.happening = moment.happening;
  const name = `past:${past.id}:${index}`;
  return {
    id: name,
    key: name,
    topic,
    appId: archiveApp,
    at: moment.at,
    subject: { kind: "conversation", id: past.id },
    actor: moment.by ? { kind: moment.by.kind, id: moment.by.id } : null,
    part: moment.part ?? null,
    facts,
  };
}

export interface PastEvent {
  /** Its place among the moments of the conversation. */
  place: number;
  event: Event;
}

/** What happened in a past conversation, one event after the other: see `eventsIn`. Each is put together only when it is asked for. */
export class Unfolding {
  readonly past: Past;
  readonly wanted: Uint8Array;
  index: number;
  conversation: Conversation;
  folded = 0;

  constructor(past: Past, topics: ReadonlySet<string>, after = -1) {
    this.past = past;
    this.wanted = lettersIn(topics);
    this.index = after;
    this.conversation = past.base;
  }

  /** Null where nothing more happened. */
  next(): PastEvent | null {
    const { past, wanted } = this;
    const { letters, moments } = past;
    for (this.index += 1; this.index < letters.length; this.index += 1) {
      const { index } = this;
      if (wanted[letters.charCodeAt(index)] !== 1) continue;
      const moment = moments[index];
      if (!moment || moment.topic === null) continue;
      // Only now: of most conversations only the first event is asked for, and what came later is never folded.
      for (; this.folded <= index; this.folded += 1)
        this.conversation = changed(this.conversation, moments[this.folded]);
      return { place: index, event: eventAt(past, index, moment, moment.topic, this.conversation) };
    }
    return null;
  }
}

/**
 * What happened in a past conversation under these topics, oldest first, each with the facts as they were at that moment, whatever
 * came later. What has no history is as it is today: see `Past.todays`.
 * @param after only what happened later than this moment, by its place among the moments.
 */
export function eventsIn(past: Past, topics: ReadonlySet<string>, after = -1): PastEvent[] {
  const found: PastEvent[] = [];
  const unfolding = new Unfolding(past, topics, after);
  for (let next = unfolding.next(); next; next = unfolding.next()) found.push(next);
  return found;
}

const changed = (conversation: Conversation, moment: Moment | undefined): Conversation =>
  moment?.change ? { ...conversation, ...moment.change, updatedAt: moment.at } : conversation;

/** How a past conversation stood at an instant (epoch milliseconds), that instant included. */
export function conversationAt(past: Past, at: number): Conversation {
  let conversation = past.base;
  for (const moment of past.moments) {
    if (moment.at > at) break;
    conversation = changed(conversation, moment);
  }
  return conversation;
}
