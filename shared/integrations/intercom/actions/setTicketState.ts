import { z } from "zod";
import { text } from "../../../language/text.ts";
import { defineAction } from "../../../nodes/define.ts";
import { pick } from "../../../nodes/form.ts";
import { putTicket, simulatedTicket, ticketAnswer, ticketReply, withTicket } from "../ticketWrite.ts";
import { ticketFrom } from "../../../events/normalise.ts";
import { onOne, otherOne } from "../whose.ts";

/** Intercom 2.16: PUT /tickets/{id}, ticket_state_id. */
export const setTicketState = defineAction({
  type: "intercom.setTicketState",
  label: text("Set ticket state", "Cambiar estado del ticket"),
  help: text("Moves the ticket to another state.", "Pasa el ticket a otro estado."),
  keywords: text("resolve progress waiting status done", "resolver en curso espera situación terminado"),
  icon: "ticket",
  group: "ticket",
  config: z.object({
    state: pick({ label: text("State", "Estado") }, "ticketStates"),
    of: otherOne("ticket"),
  }),
  example: { state: "8324" },
  fresh: {},
  reply: ticketReply(),
  plan: (given) => onOne("ticket", given, (id) => putTicket(given, id, { ticket_state_id: given.config.state })),
  answer: ticketAnswer,
  simulate: simulatedTicket,
  onUncertain: "repeat",
  changes(facts, { config, answers }) {
    const known = ticketFrom(answers.at(-1));
    const told = known.stateId === config.state;
    return withTicket(facts, config, {
      stateId: config.state,
      ...(told ? { stateName: known.stateName, stateCategory: known.stateCategory } : {}),
    });
  },
  sentence: ({ state }, { say, name }) =>
    say(`Set the ticket to ${name("ticketStates", state)}`, `Pasar el ticket a ${name("ticketStates", state)}`),
  done: ({ state }, _, { say, name }) =>
    say(`Set the ticket to ${name("ticketStates", state)}`, `Pasó el ticket a ${name("ticketStates", state)}`),
});
