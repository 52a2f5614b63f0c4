import { z } from "zod";
import { text } from "../../../language/text.ts";
import { defineTrigger } from "../../../nodes/define.ts";
import { assignedTo, assigneeFilter, assigneeWords } from "./filters/assignee.ts";
import { ofTicketType, ticketTypeFilter, ticketTypeWords } from "./filters/ticketType.ts";
import { acceptedByAll } from "./verdicts.ts";

/** Intercom topics ticket.team.assigned, ticket.admin.assigned. */
export const ticketAssigned = defineTrigger({
  type: "intercom.ticketAssigned",
  label: text("Ticket assigned", "Ticket asignado"),
  help: text(
    "Starts when a ticket is given to a team or a teammate.",
    "Empieza cuando un ticket se asigna a un equipo o a un compañero.",
  ),
  keywords: text("assignment routed owner team handover", "asignación derivado responsable equipo traspaso"),
  icon: "assign",
  group: "triggerTicket",
  topics: ["ticket.team.assigned", "ticket.admin.assigned"],
  config: z.object({ to: assigneeFilter(), ticketType: ticketTypeFilter() }),
  example: { to: { list: "teams", id: "7310456" }, ticketType: null },
  fresh: { to: null, ticketType: null },
  accepts: ({ config, event }) => acceptedByAll(assignedTo(config.to, event), ofTicketType(config.ticketType, event)),
  sentence({ to, ticketType }, speech) {
    const rest = assigneeWords(to, speech) + ticketTypeWords(ticketType, speech);
    return speech.say(`When a ticket is assigned${rest}`, `Cuando se asigna un ticket${rest}`);
  },
});
