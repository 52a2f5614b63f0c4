import { text } from "../language/text.ts";
import { draw, step } from "./draw.ts";
import { wants } from "./wants.ts";
import { defineTemplate } from "./workflowTemplate.ts";

export const ticketFromConversation = defineTemplate({
  id: "ticket-from-conversation",
  name: text("Ticket from a conversation", "Ticket desde una conversación"),
  sentence: text(
    "Run it by hand on a conversation: a linked ticket is opened, noted for the team and announced to the customer.",
    "Ejecútalo a mano en una conversación: abre un ticket vinculado, lo anota para el equipo y avisa al cliente.",
  ),
  icon: "ticket",
  group: "reply",
  wants: { ticketType: wants.problemTicket },
  examples: [
    {
      says: text("The calendar loses every second entry.", "El calendario pierde una de cada dos entradas."),
      result: text(
        "You run it: a ticket holds the customer's words, and the customer knows that you are looking into it.",
        "Lo ejecutas: un ticket guarda las palabras del cliente, y el cliente sabe que lo estás mirando.",
      ),
    },
    {
      says: text("Thanks, that was all.", "Gracias, eso era todo."),
      result: text("You do not run it: nothing happens.", "No lo ejecutas: no pasa nada."),
    },
  ],
  draw: ({ say, chosen }) =>
    draw(
      {
        start: step(0, 0, "logic.byHand", {}),
        ticket: step(1, 0, "intercom.createTicket", {
          ...chosen("ticketType", "ticketType"),
          title: [say("Reported by ", "Aviso de "), { ref: "contact.name", fallback: say("a customer", "un cliente") }],
          description: [
            { ref: "conversation.firstMessage", fallback: say("See the conversation.", "Ver la conversación.") },
          ],
          link: "yes",
        }),
        note: step(2, 0, "intercom.addNote", {
          note: [
            say("Ticket opened: ", "Ticket abierto: "),
            { ref: "steps.ticket.number", fallback: say("without a number", "sin número") },
          ],
        }),
        reply: step(3, 0, "intercom.reply", {
          message: [
            say("Hello ", "Hola, "),
            { ref: "contact.firstName", fallback: say("there", "qué tal") },
            say(
              ", we have opened a ticket for this and are looking into it. You will hear from us here.",
              ": hemos abierto un ticket y lo estamos mirando. Te escribiremos aquí.",
            ),
          ],
          whenTaken: "send",
        }),
      },
      ["start.next>ticket", "ticket.next>note", "note.next>reply"],
    ),
});
