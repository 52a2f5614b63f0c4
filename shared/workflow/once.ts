import { z } from "zod";
import type { Event } from "../events/event.ts";
import { kindOfTopic } from "../events/topics.ts";
import type { Speech } from "../language/speech.ts";
import { text, type Text } from "../language/text.ts";
import type { NodeType } from "../nodes/define.ts";

/** For whom a trigger lets only the first event in. */
export const Once = z.enum(["contact", "conversation"]);
export type Once = z.infer<typeof Once>;

export const onceLabels: Record<Once, Text> = {
  contact: text("Only the first time for each customer", "Solo la primera vez con cada cliente"),
  conversation: text("Only the first time in each conversation", "Solo la primera vez en cada conversación"),
};

/** What can be said of a kind of step: nothing of one that Intercom's events do not start, or that is about no customer. */
export function onceFor(spec: NodeType): Once[] {
  const kinds = new Set(spec.kind === "trigger" ? spec.topics.map(kindOfTopic) : []);
  if (kinds.has("conversation")) return ["contact", "conversation"];
  return kinds.has("contact") || kinds.has("ticket") ? ["contact"] : [];
}

/** A trigger's sentence with what it adds. */
export const onceWords = (sentence: string, once: Once | undefined, { say }: Speech): string =>
  once === undefined
    ? sentence
    : once === "contact"
      ? say(`${sentence}, the first time for each customer`, `${sentence}, la primera vez con cada cliente`)
      : say(`${sentence}, the first time in each conversation`, `${sentence}, la primera vez en cada conversación`);

/** Whom an event is about; null where it does not tell, so that nobody knows whether it is the first time. */
export function whoseFirst({ facts, subject }: Event, once: Once): string | null {
  const id = (kind: Once) => (subject?.kind === kind ? subject.id : null);
  if (once === "conversation") return facts.conversation?.id ?? id("conversation");
  return facts.contact?.id ?? facts.conversation?.contactIds[0] ?? facts.ticket?.contactIds[0] ?? id("contact");
}
