import { z } from "zod";
import type { Ticket } from "../../../events/facts.ts";
import { joinWords, text } from "../../../language/text.ts";
import { defineAction } from "../../../nodes/define.ts";
import { attributes } from "../../../nodes/form.ts";
import { ticketAttributeName } from "../../../workspace/lists.ts";
import { fittingValues, valuesOf } from "../attributeValue.ts";
import { failed } from "../request.ts";
import { putTicket, simulatedTicket, ticketAnswer, ticketReply, withTicket } from "../ticketWrite.ts";
import { onOne, otherOne } from "../whose.ts";

/** Intercom 2.16: PUT /tickets/{id}, ticket_attributes by name. */
export const setTicketAttributes = defineAction({
  type: "intercom.setTicketAttributes",
  label: text("Set ticket attributes", "Definir atributos del ticket"),
  help: text("Writes values into the ticket's attributes.", "Escribe valores en los atributos del ticket."),
  keywords: text("data field update", "dato campo actualizar"),
  icon: "ticket",
  group: "ticket",
  config: z.object({
    attributes: attributes({ label: text("Attributes", "Atributos") }, "ticketAttributes"),
    of: otherOne("ticket"),
  }),
  example: { attributes: [{ attribute: "1234:Amount", value: { type: "number", value: 20 } }] },
  fresh: { attributes: [] },
  reply: ticketReply(),
  plan: (given) =>
    onOne("ticket", given, (id) => {
      const written = valuesOf(given.config.attributes, given.read, ticketAttributeName);
      if ("fault" in written) return written.fault;
      return Object.keys(written.values).length === 0
        ? failed(
            ["There is nothing to write.", "No hay nada que escribir."],
            ["Add an attribute.", "Añade un atributo."],
          )
        : putTicket(given, id, { ticket_attributes: written.values });
    }),
  answer: ticketAnswer,
  simulate: simulatedTicket,
  onUncertain: "repeat",
  changes: (facts, { config, read }) => {
    const values = fittingValues(config.attributes, read, ticketAttributeName) as Ticket["attributes"];
    return withTicket(facts, config, { attributes: { ...facts.ticket?.attributes, ...values } });
  },
  sentence: (config, { say }) => {
    const names = joinWords(
      config.attributes.map(({ attribute }) => ticketAttributeName(attribute)),
      say("and", "y"),
    );
    return say(`Set the ticket's ${names}`, `Definir del ticket: ${names}`);
  },
  done: (config, _, { say }) => {
    const names = joinWords(
      config.attributes.map(({ attribute }) => ticketAttributeName(attribute)),
      say("and", "y"),
    );
    return say(`Set the ticket's ${names}`, `Definió del ticket: ${names}`);
  },
});
