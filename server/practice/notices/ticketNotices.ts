import type { Ticket } from "../documents/ticket.ts";
import { type Made, ticketView } from "../present/ticket.ts";
import type { Workspace } from "../workspace.ts";
import { createAnnounce } from "./announce.ts";

/** What is told of tickets, each time the whole ticket. `at` is in epoch seconds. */
export function ticketNotices(workspace: Workspace, made: Made) {
  const announce = createAnnounce(workspace);
  return {
    changed(topic: string, ticket: Ticket, at: number): void {
      const { snoozed_until, company_id } = ticket;
      const item = { ...ticketView(workspace, ticket, made), snoozed_until, company_id, channel: "messenger" };
      // Since 2.15 a closed ticket stands one level deeper. Source: Intercom developer documentation, "Webhook topics".
      announce(topic, topic === "ticket.closed" ? { ticket: item } : item, at);
    },
  };
}

export type TicketNotices = ReturnType<typeof ticketNotices>;
