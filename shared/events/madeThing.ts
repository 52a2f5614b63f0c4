import type { Event } from "./event.ts";
import { record, string } from "./raw.ts";

/** Something that a request of ours brought into being, by the topic that tells of it and what tells it from others. */
export interface Made {
  topic: string;
  id: string;
}

interface Request {
  method: string;
  path: string;
  body?: unknown;
}

const dataEventTopic = "event.created";
const dataEventId = (contact: string, name: string): string => `${contact} ${name}`;

/**
 * What a request made, from the service's answer. Intercom tells of these in events that do not say that it was us, and whoever
 * listens to them is to hear of what workflows made too. Source: Intercom 2.16.
 */
export function madeBy({ method, path, body }: Request, answer: unknown): Made[] {
  if (method !== "POST") return [];
  const sent = record(body);
  const { id, role } = record(answer);
  const made = (topic: string): Made[] => (string(id) === "" ? [] : [{ topic, id: string(id) }]);
  switch (path) {
    case "/tickets":
      return made("ticket.created");
    case "/contacts":
      return made(`contact.${string(role) || string(sent["role"])}.created`);
    case "/visitors/convert":
      return made("contact.user.created");
    case "/companies":
      return made("company.created");
    case "/events":
      return [{ topic: dataEventTopic, id: dataEventId(string(sent["id"]), string(sent["event_name"])) }];
    default:
      return /^\/conversations\/[^/]+\/convert$/.test(path) ? made("ticket.created") : [];
  }
}

/** What an event says was made, as `madeBy` has it; null for one without a subject. */
export function madeIn({ topic, subject, facts }: Event): Made | null {
  if (!subject) return null;
  return topic === dataEventTopic
    ? { topic, id: dataEventId(subject.id, facts.happening?.dataEvent?.name ?? "") }
    : { topic, id: subject.id };
}
