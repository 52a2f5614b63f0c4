import { text } from "../../../language/text.ts";
import { ticketTrigger } from "./ticketTrigger.ts";
import { acceptedIf } from "./verdicts.ts";

/** Intercom topic ticket.admin.replied; replies of bots are left out. */
export const ticketTeammateReplied = ticketTrigger({
  type: "intercom.ticketTeammateReplied",
  label: text("Teammate replied on a ticket", "Un compañero respondió en un ticket"),
  help: text(
    "Starts when a teammate writes to the customer in a ticket.",
    "Empieza cuando un compañero escribe al cliente en un ticket.",
  ),
  keywords: text("agent reply answered comment message admin", "agente respuesta contestó comentario mensaje"),
  icon: "reply",
  topics: ["ticket.admin.replied"],
  when: text("When a teammate replies on a ticket", "Cuando un compañero responde en un ticket"),
  only: ({ actor }) =>
    acceptedIf(actor?.kind !== "bot", text("A bot replied, not a teammate.", "Respondió un bot, no un compañero.")),
});
