import type { Ticket, TicketPart, TicketState } from "./documents/ticket.ts";

/** What somebody does to a ticket, before it is written down. */
export type TicketMove = Pick<TicketPart, "author" | "app_package_code"> &
  (
    | { type: "comment" | "note"; body: string; attachments?: TicketPart["attachments"] }
    | { type: "quick_reply"; body: string; attachments?: TicketPart["attachments"] }
    | { type: "state"; to: TicketState; from: TicketState }
    | { type: "attribute"; id: string; name: string; value: Ticket["attributes"][string] }
    | { type: "assignment"; to: { type: "admin" | "team"; id: string } | null }
    | { type: "open" | "close" | "unsnoozed" }
    | { type: "snoozed"; until: number }
  );

/** Intercom's name of the part that records a move. */
const partTypes: Partial<Record<TicketMove["type"], string>> = {
  state: "ticket_state_updated_by_admin",
  attribute: "ticket_attribute_updated_by_admin",
};

/** The topics that Intercom sends for a move. */
export function topicsOf(move: TicketMove): string[] {
  switch (move.type) {
    case "comment":
    case "quick_reply":
      return [move.author.type === "user" ? "ticket.contact.replied" : "ticket.admin.replied"];
    case "note":
      return ["ticket.note.created"];
    case "state":
      return ["ticket.state.updated", ...(move.to.category === "resolved" ? ["ticket.resolved"] : [])];
    case "attribute":
      return ["ticket.attribute.updated"];
    case "assignment":
      return [move.to?.type === "team" ? "ticket.team.assigned" : "ticket.admin.assigned"];
    case "close":
      return ["ticket.closed"];
    case "snoozed":
      return ["ticket.admin.snoozed"];
    case "unsnoozed":
      return ["ticket.admin.unsnoozed"];
    case "open":
      return [];
  }
}

/** What a move changes in the ticket itself. */
function changed(ticket: Ticket, move: TicketMove): Partial<Ticket> {
  switch (move.type) {
    case "comment":
      return move.author.type === "user" ? { open: true, snoozed_until: null } : {};
    case "state":
      return { state_id: move.to.id, previous_state_id: move.from.id };
    case "attribute":
      return { attributes: { ...ticket.attributes, [move.name]: move.value } };
    case "assignment":
      if (move.to === null) return { admin_assignee_id: 0, team_assignee_id: 0 };
      return move.to.type === "team"
        ? { team_assignee_id: Number(move.to.id) }
        : { admin_assignee_id: Number(move.to.id) };
    case "close":
      return { open: false, snoozed_until: null };
    case "open":
    case "unsnoozed":
      return { open: true, snoozed_until: null };
    case "snoozed":
      return { open: true, snoozed_until: move.until };
    default:
      return {};
  }
}

function details(move: TicketMove): Partial<TicketPart> {
  if ("body" in move) return { body: move.body, attachments: move.attachments ?? [] };
  if (move.type === "state") return { ticket_state: move.to.category, previous_ticket_state: move.from.category };
  if (move.type === "assignment")
    return { assigned_to: move.to ? { type: move.to.type, id: move.to.id } : { type: "nobody_admin", id: null } };
  if (move.type !== "attribute") return {};
  const words = move.value === null ? null : String(move.value);
  return {
    updated_attribute_data: {
      attribute: { type: "attribute", id: move.id, label: move.name },
      value: { type: "value", id: words, label: words ?? "" },
    },
  };
}

/** Writes a move down: the ticket as it is afterwards, with the part that records it last. @param at epoch seconds. */
export function playTicket(ticket: Ticket, move: TicketMove, id: string, at: number): Ticket {
  const { author, app_package_code } = move;
  const part_type = partTypes[move.type] ?? move.type;
  const part: TicketPart = {
    id,
    part_type,
    created_at: at,
    author,
    attachments: [],
    app_package_code,
    ...details(move),
  };
  return { ...ticket, ...changed(ticket, move), updated_at: at, parts: [...ticket.parts, part] };
}

/** The author of a ticket's part: Intercom knows no leads there. Source: Intercom 2.16, schema `ticket_part_author`. */
export const ticketAuthor = <A extends { type: string; id: string; name: string | null; email: string }>({
  type,
  id,
  name,
  email,
}: A): TicketPart["author"] => ({
  type: type === "admin" || type === "bot" ? type : "user",
  id,
  name,
  email,
});
