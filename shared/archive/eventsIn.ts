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

/**
 * What happened in a past conversation under these topics, oldest first, each with the facts as they were at that moment, whatever
 * came later. What has no history is as it is today: see `Past.todays`.
 * @param after only what happened later than this moment, by its place among the moments.
 */
export function eventsIn(past: Past, topics: ReadonlySet<string>, after = -1): PastEvent[] {
  const found: PastEvent[] = [];
  let conversation = past.base;
  let folded = 0;
  const wanted = lettersIn(topics);
  for (let index = after + 1; index < past.letters.length; index += 1) {
    if (wanted[past.letters.charCodeAt(index)] !== 1) continue;
    const moment = past.moments[index];
    if (!moment || moment.topic === null) continue;
    // Only now: of most conversations only the first event is asked for, and what came later is never folded.
    for (; folded <= index; folded += 1) conversation = changed(conversation, past.moments[folded]);
    found.push({ place: index, event: eventAt(past, index, moment, moment.topic, conversation) });
  }
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
