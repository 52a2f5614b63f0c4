import type { Ticket, TicketCategory, TicketState, TicketType } from "../documents/ticket.ts";
import type { Field, Fields } from "./query.ts";

/** A ticket beside its type and state, whose words are searched too. */
export interface FoundTicket {
  ticket: Ticket;
  type: TicketType;
  state: TicketState;
}

const categories: Record<TicketCategory, string> = { Customer: "request", "Back-office": "task", Tracker: "tracker" };

const text = (value: unknown) => (typeof value === "string" ? value : null);

const reads: Record<string, Field<FoundTicket>["read"]> = {
  id: ({ ticket }) => ticket.id,
  ticket_id: ({ ticket }) => ticket.ticket_id,
  created_at: ({ ticket }) => ticket.created_at,
  updated_at: ({ ticket }) => ticket.updated_at,
  title: ({ ticket }) => text(ticket.attributes["_default_title_"]),
  description: ({ ticket }) => text(ticket.attributes["_default_description_"]),
  category: ({ type }) => categories[type.category],
  ticket_type_id: ({ type }) => type.id,
  contact_ids: ({ ticket }) => ticket.contacts.map(({ id }) => id),
  teammate_ids: ({ ticket }) => [
    ...new Set(ticket.parts.filter(({ author }) => author.type === "admin").map(({ author }) => author.id)),
  ],
  admin_assignee_id: ({ ticket }) => ticket.admin_assignee_id,
  team_assignee_id: ({ ticket }) => ticket.team_assignee_id,
  open: ({ ticket }) => ticket.open,
  state: ({ state }) => state.category,
  snoozed_until: ({ ticket }) => ticket.snoozed_until,
};

/** Source: Intercom 2.16, POST /tickets/search. */
export const ticketFields: Fields<FoundTicket> = (name) => {
  const [, id] = /^ticket_attribute\.(.+)$/.exec(name) ?? [];
  if (id !== undefined)
    return {
      read: ({ ticket, type }) =>
        ticket.attributes[type.attributes.find((attribute) => attribute.id === id)?.name ?? ""] ?? null,
    };
  const read = Object.hasOwn(reads, name) ? reads[name] : undefined;
  return read ? { read } : null;
};
