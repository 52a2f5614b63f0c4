import type { Ticket, TicketState, TicketType } from "../documents/ticket.ts";
import type { Workspace } from "../workspace.ts";
import { notFound, Refusal } from "./refusal.ts";

/** Finds what requests about tickets name. All throw a Refusal for what there is none of. */
export function ticketLookUps({ tickets, ticketTypes, ticketStates }: Workspace) {
  return {
    find(wanted: string): Ticket {
      const found = tickets.get(wanted);
      if (!found) throw notFound("ticket_not_found", "Ticket not found");
      return found;
    },
    typeNamed(wanted: string): TicketType {
      const type = ticketTypes.get(wanted);
      if (!type) throw notFound("ticket_type_not_found", "Ticket type not found");
      return type;
    },
    stateIn(type: TicketType, wanted: string): TicketState {
      const state = type.state_ids.includes(wanted) ? ticketStates.get(wanted) : null;
      if (state) return state;
      const words = "Ticket state id is not valid or is not associated with the ticket type";
      throw new Refusal(400, "ticket_state_id_invalid", words);
    },
  };
}
