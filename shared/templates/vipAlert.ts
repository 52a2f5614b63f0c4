import { text } from "../language/text.ts";
import { draw, step } from "./draw.ts";
import { wants } from "./wants.ts";
import { defineTemplate } from "./workflowTemplate.ts";

export const vipAlert = defineTemplate({
  id: "vip-alert",
  name: text("VIP alert", "Aviso de cliente VIP"),
  sentence: text(
    "When somebody on one of the large plans writes, put a tag on it and leave the team a note.",
    "Cuando escribe alguien con uno de los planes grandes, pone una etiqueta y deja una nota al equipo.",
  ),
  icon: "star",
  group: "route",
  wants: { tag: wants.vipTag },
  alsoNeeds: [text("Companies with their plan", "Empresas con su plan")],
  examples: [
    {
      says: text("Nobody can sign in since this morning.", "Desde esta mañana nadie puede iniciar sesión."),
      result: text(
        "From a company on plan Enterprise: tagged, with a note that says to answer it first.",
        "De una empresa con plan Enterprise: se etiqueta y una nota pide responder primero.",
      ),
    },
    {
      says: text("How do I change my password?", "¿Cómo cambio mi contraseña?"),
      result: text("From a company on plan Free: nothing happens.", "De una empresa con plan Free: no pasa nada."),
    },
  ],
  draw: ({ say, chosen }) =>
    draw(
      {
        start: step(0, 0, "intercom.conversationStarted", { channel: "any" }),
        ask: step(1, 0, "logic.if", {
          when: {
            match: "all",
            rules: [{ ref: "company.plan", operator: "is", operand: ["Enterprise", "Premium", "Business"] }],
          },
        }),
        tag: step(2, 0, "intercom.tag", chosen("tag", "tag")),
        note: step(3, 0, "intercom.addNote", {
          note: [
            { ref: "company.name", fallback: say("A customer", "Un cliente") },
            say(" is on plan ", " tiene el plan "),
            { ref: "company.plan", fallback: say("unknown", "desconocido") },
            say(". Answer this conversation first.", ". Responde primero a esta conversación."),
          ],
        }),
      },
      ["start.next>ask", "ask.yes>tag", "tag.next>note"],
    ),
});
