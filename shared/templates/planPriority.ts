import { text } from "../language/text.ts";
import { draw, step } from "./draw.ts";
import { wants } from "./wants.ts";
import { defineTemplate } from "./workflowTemplate.ts";

export const planPriority = defineTemplate({
  id: "plan-priority",
  name: text("A team for each plan", "Un equipo para cada plan"),
  sentence: text(
    "Send the largest plan to the people who know the account and all others to support, with a note on how urgent it is.",
    "Envía el plan más grande a quien conoce la cuenta y los demás a soporte, con una nota sobre la urgencia.",
  ),
  icon: "priority",
  group: "route",
  wants: { success: wants.success, support: wants.support },
  alsoNeeds: [text("Companies with their plan", "Empresas con su plan")],
  examples: [
    {
      says: text("We need two hundred more seats.", "Necesitamos doscientas plazas más."),
      result: text(
        "From a company on plan Enterprise: to customer success, to be answered within the hour.",
        "De una empresa con plan Enterprise: a éxito del cliente, para responder en una hora.",
      ),
    },
    {
      says: text("Can I export to a spreadsheet?", "¿Puedo exportar a una hoja de cálculo?"),
      result: text(
        "From a company on plan Pro: to support, to be answered today.",
        "De una empresa con plan Pro: a soporte, para responder hoy.",
      ),
    },
    {
      says: text("Is the Free plan free for ever?", "¿El plan Free es gratis para siempre?"),
      result: text("From anybody else: to support.", "De cualquier otro: a soporte."),
    },
  ],
  draw: ({ say, toTeam }) =>
    draw(
      {
        start: step(0, 0, "intercom.conversationStarted", { channel: "any" }),
        plan: step(1, 0, "logic.splitByValue", {
          value: "company.plan",
          cases: [
            { id: "large", label: "Enterprise", values: ["Enterprise"] },
            { id: "middle", label: "Pro", values: ["Pro"] },
          ],
        }),
        success: step(2, 0, "intercom.assign", toTeam("success")),
        first: step(3, 0, "intercom.addNote", {
          note: [
            { ref: "company.name", fallback: say("The company", "La empresa") },
            say(" is on plan Enterprise. Answer within the hour.", " tiene el plan Enterprise. Responde en una hora."),
          ],
        }),
        today: step(2, 1, "intercom.addNote", {
          note: [
            { ref: "company.name", fallback: say("The company", "La empresa") },
            say(" is on plan Pro. Answer today.", " tiene el plan Pro. Responde hoy."),
          ],
        }),
        support: step(3, 1, "intercom.assign", toTeam("support")),
        rest: step(2, 2, "intercom.assign", toTeam("support")),
      },
      [
        "start.next>plan",
        "plan.large>success",
        "success.next>first",
        "plan.middle>today",
        "today.next>support",
        "plan.otherwise>rest",
      ],
    ),
});
