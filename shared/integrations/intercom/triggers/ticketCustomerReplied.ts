import { z } from "zod";
import { text } from "../../../language/text.ts";
import { defineTrigger } from "../../../nodes/define.ts";
import { automaticChoice, automaticWords, ifAutomatic } from "./filters/automatic.ts";
import { ofTicketType, ticketTypeFilter, ticketTypeWords } from "./filters/ticketType.ts";
import { acceptedByAll } from "./verdicts.ts";

/** Intercom topic ticket.contact.replied. */
export const ticketCustomerReplied = defineTrigger({
  type: "intercom.ticketCustomerReplied",
  label: text("Customer replied on a ticket", "El cliente respondió en un ticket"),
  help: text("Starts when a customer writes in a ticket.", "Empieza cuando un cliente escribe en un ticket."),
  keywords: text("reply answered comment message contact", "respuesta contestó comentario mensaje contacto"),
  icon: "message",
  group: "triggerTicket",
  topics: ["ticket.contact.replied"],
  config: z.object({ ticketType: ticketTypeFilter(), automatic: automaticChoice() }),
  example: { ticketType: { list: "ticketTypes", id: "2980117" }, automatic: "skip" },
  fresh: { ticketType: null, automatic: "skip" },
  accepts: ({ config, event }) =>
    acceptedByAll(ofTicketType(config.ticketType, event), ifAutomatic(config.automatic, event)),
  sentence({ ticketType, automatic }, speech) {
    const which = ticketTypeWords(ticketType, speech) + automaticWords(automatic, speech);
    return speech.say(`When a customer replies on a ticket${which}`, `Cuando un cliente responde en un ticket${which}`);
  },
});
