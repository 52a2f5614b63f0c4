import type { Contact, DataEvent } from "../documents/people.ts";

/** Schema `data_event`. */
export const dataEventView = ({ id, event_name, created_at, metadata }: DataEvent, contact: Contact) => ({
  type: "event",
  id,
  event_name,
  created_at,
  user_id: contact.external_id ?? "",
  intercom_user_id: contact.id,
  email: contact.email,
  metadata,
});

/** Schema `data_event_summary`: each kind of event once, the first that was sent first. */
export function dataEventSummary(events: readonly DataEvent[], contact: Contact) {
  const names = [...new Set(events.map(({ event_name }) => event_name))];
  const iso = (seconds: number) => new Date(seconds * 1000).toISOString();
  return {
    type: "event.summary",
    email: contact.email,
    intercom_user_id: contact.id,
    user_id: contact.external_id ?? "",
    events: names.map((name) => {
      const at = events.filter(({ event_name }) => event_name === name).map(({ created_at }) => created_at);
      return { name, first: iso(Math.min(...at)), last: iso(Math.max(...at)), count: at.length, description: "" };
    }),
    pages: { next: null },
  };
}
