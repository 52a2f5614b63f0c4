import { text } from "../language/text.ts";
import { draw, step } from "./draw.ts";
import { wants } from "./wants.ts";
import { defineTemplate } from "./workflowTemplate.ts";

export const refundRoute = defineTemplate({
  id: "refund-route",
  name: text("Route refunds to a team", "Derivar reembolsos a un equipo"),
  sentence: text(
    "When a customer asks for a refund, hand the conversation to a team, tag it and tell the customer.",
    "Cuando un cliente pide un reembolso, pasa la conversación a un equipo, la etiqueta y avisa al cliente.",
  ),
  icon: "assign",
  group: "route",
  wants: { team: wants.billing, tag: wants.refundTag },
  examples: [
    {
      says: text("I was charged twice. Can I have my money back?", "Me cobraron dos veces. ¿Me devuelven el dinero?"),
      result: text(
        "To the team for billing, tagged; the customer knows who will write.",
        "Al equipo de facturación, con etiqueta; el cliente sabe quién le va a escribir.",
      ),
    },
    {
      says: text("Where can I see my refund?", "¿Dónde veo mi reembolso?"),
      result: text("The same.", "Lo mismo."),
    },
    {
      says: text("How do I add a colleague?", "¿Cómo añado a un compañero?"),
      result: text("Nothing happens.", "No pasa nada."),
    },
  ],
  draw: ({ say, words, chosen, toTeam }) =>
    draw(
      {
        start: step(0, 0, "intercom.conversationStarted", { channel: "any" }),
        ask: step(1, 0, "logic.if", {
          when: {
            match: "all",
            rules: [
              {
                ref: "message.text",
                operator: "mentions",
                operand: words(
                  ["refund", "money back", "charged twice"],
                  ["reembolso", "devolución", "devuelven", "devolver", "cobraron dos veces"],
                ),
              },
            ],
          },
        }),
        assign: step(2, 0, "intercom.assign", toTeam("team")),
        tag: step(3, 0, "intercom.tag", chosen("tag", "tag")),
        reply: step(4, 0, "intercom.reply", {
          message: [
            say("Hello ", "Hola, "),
            { ref: "contact.firstName", fallback: say("there", "qué tal") },
            say(
              ", your message is with the team that looks after refunds. They will write to you here.",
              ": tu mensaje ya está con el equipo que lleva las devoluciones. Te escribirán aquí.",
            ),
          ],
          whenTaken: "skip",
        }),
      },
      ["start.next>ask", "ask.yes>assign", "assign.next>tag", "tag.next>reply"],
    ),
});
