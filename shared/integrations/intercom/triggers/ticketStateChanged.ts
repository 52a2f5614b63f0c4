import { z } from "zod";
import { text } from "../../../language/text.ts";
import { defineTrigger } from "../../../nodes/define.ts";
import { choice } from "../../../nodes/form.ts";
import { anyOr } from "./filters/anyOr.ts";
import { ofTicketType, ticketTypeFilter, ticketTypeWords } from "./filters/ticketType.ts";
import { acceptedByAll, acceptedIf } from "./verdicts.ts";

const categories = {
  any: text("Any", "Cualquiera"),
  submitted: text("Submitted", "Enviado"),
  inProgress: text("In progress", "En curso"),
  waitingOnCustomer: text("Waiting on customer", "A la espera del cliente"),
  resolved: text("Resolved", "Resuelto"),
};

/** Intercom topic ticket.state.updated. */
export const ticketStateChanged = defineTrigger({
  type: "intercom.ticketStateChanged",
  label: text("Ticket state changed", "Cambió el estado del ticket"),
  help: text("Starts when a ticket moves on to another state.", "Empieza cuando un ticket pasa a otro estado."),
  keywords: text(
    "status stage progress moved waiting on customer submitted",
    "estado etapa progreso pasó a la espera del cliente enviado",
  ),
  icon: "ticket",
  group: "triggerTicket",
  topics: ["ticket.state.updated"],
  config: z.object({
    category: choice({ label: text("Kind of state", "Tipo de estado") }, categories),
    state: anyOr({ label: text("State", "Estado") }, ["ticketStates"], text("Any state", "Cualquier estado")),
    ticketType: ticketTypeFilter(),
  }),
  example: { category: "inProgress", state: null, ticketType: null },
  fresh: { category: "any", state: null, ticketType: null },
  accepts: ({ config: { category, state, ticketType }, event }) =>
    acceptedByAll(
      acceptedIf(
        (category === "any" || event.facts.ticket?.stateCategory === category) &&
          (state === null || event.facts.ticket?.stateId === state.id),
        text("It moved to another state.", "Pasó a otro estado."),
      ),
      ofTicketType(ticketType, event),
    ),
  sentence({ category, state, ticketType }, speech) {
    const type = ticketTypeWords(ticketType, speech);
    const known = category === "any" ? null : speech.pick(categories[category]);
    const to = state === null ? known : speech.name("ticketStates", state.id);
    return to === null
      ? speech.say(`When the state of a ticket changes${type}`, `Cuando cambia el estado de un ticket${type}`)
      : speech.say(`When a ticket moves to “${to}”${type}`, `Cuando un ticket pasa a «${to}»${type}`);
  },
});
