import { z } from "zod";
import { text } from "../../../language/text.ts";
import { defineTrigger } from "../../../nodes/define.ts";
import { ratedWithin, ratingChoice, ratingWords } from "./filters/rating.ts";
import { ofTicketType, ticketTypeFilter, ticketTypeWords } from "./filters/ticketType.ts";
import { acceptedByAll } from "./verdicts.ts";

/** Intercom topic ticket.rating.provided. */
export const ticketRated = defineTrigger({
  type: "intercom.ticketRated",
  label: text("Ticket rated", "Ticket valorado"),
  help: text("Starts when a customer rates a ticket.", "Empieza cuando un cliente valora un ticket."),
  keywords: text(
    "rating csat satisfaction stars score feedback",
    "valoración csat satisfacción estrellas puntuación opinión",
  ),
  icon: "star",
  group: "triggerTicket",
  topics: ["ticket.rating.provided"],
  config: z.object({ rating: ratingChoice(), ticketType: ticketTypeFilter() }),
  example: { rating: "bad", ticketType: null },
  fresh: { rating: "any", ticketType: null },
  accepts: ({ config, event }) =>
    acceptedByAll(ratedWithin(config.rating, event), ofTicketType(config.ticketType, event)),
  sentence({ rating, ticketType }, speech) {
    const rest = ratingWords(rating, speech) + ticketTypeWords(ticketType, speech);
    return speech.say(`When a ticket is rated${rest}`, `Cuando un cliente valora un ticket${rest}`);
  },
});
