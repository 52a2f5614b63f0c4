import type { Event } from "#shared/events/event.ts";
import { readNotification } from "#shared/events/readNotification.ts";

/** The event that a webhook of ours about `item` is read as. `id` is the notification's. */
export function notification(topic: string, item: object, id = "notif_1"): Event {
  const result = readNotification({
    type: "notification_event",
    id,
    topic,
    app_id: "app",
    created_at: 1_790_000_100,
    data: { type: "notification_event_data", item },
  });
  if (result.outcome === "refused") throw new Error(result.why);
  return result.event;
}

/** A conversation as 2.16 sends it, with the part that fired where one is given. */
export const conversationItem = (part: object | null = null, more: object = {}) => ({
  type: "conversation",
  id: "901",
  state: "open",
  created_at: 1_790_000_000,
  source: { type: "email", body: "Where is my parcel?", author: { type: "user", id: "c1", name: "Ana Lind" } },
  contacts: { contacts: [{ id: "c1" }] },
  admin_assignee_id: 0,
  team_assignee_id: 0,
  conversation_parts: { conversation_parts: part ? [{ id: "p1", created_at: 1_790_000_100, ...part }] : [] },
  ...more,
});

/** A ticket as 2.16 sends it, with all its parts. */
export const ticketItem = (parts: readonly object[] = [], more: object = {}) => ({
  type: "ticket",
  id: "801",
  ticket_id: "17",
  category: "Customer",
  ticket_attributes: { _default_title_: "Parcel lost", _default_description_: "<p>Since <b>May</b></p>", Weight: 4 },
  ticket_state: { id: "s2", category: "in_progress", internal_label: "Looking into it" },
  ticket_type: { id: "t1", name: "Delivery" },
  contacts: { contacts: [{ id: "c1" }] },
  admin_assignee_id: 0,
  team_assignee_id: 7,
  open: true,
  ticket_parts: { ticket_parts: parts },
  ...more,
});

export const contactItem = (more: object = {}) => ({
  type: "contact",
  id: "c1",
  role: "user",
  name: "Ana Lind",
  email: "ana@mail.example",
  created_at: "2026-01-02T03:04:05.000+00:00",
  ...more,
});

export const teammate = { type: "admin", id: "5", name: "Grace" };
export const bot = { type: "bot", id: "6", name: "Helper" };
export const customer = { type: "user", id: "c1", name: "Ana Lind" };
