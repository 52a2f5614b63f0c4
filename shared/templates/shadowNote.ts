import { text } from "../language/text.ts";
import { draw, step } from "./draw.ts";
import { defineTemplate } from "./workflowTemplate.ts";

export const shadowNote = defineTemplate({
  id: "shadow-note",
  name: text("Note what Shadow would have done", "Anotar lo que se habría hecho en sombra"),
  sentence: text(
    "Leave one internal note in each conversation with what workflows in Shadow would have done there.",
    "Deja en cada conversación una sola nota interna con lo que habrían hecho los flujos en sombra.",
  ),
  icon: "shadow",
  group: "trial",
  wants: {},
  alsoNeeds: [text("A workflow in Shadow", "Un flujo en sombra")],
  examples: [
    {
      when: text(
        "“Refunds to Billing”, in Shadow, would have assigned a conversation to Billing",
        "«Reembolsos a Facturación», en sombra, habría asignado una conversación a Facturación",
      ),
      result: text(
        "Ten minutes later a note says so, together with what else was decided there. The customer sees nothing.",
        "Diez minutos después lo dice una nota, junto con todo lo demás que se decidió allí. El cliente no ve nada.",
      ),
    },
    {
      when: text(
        "Workflows in Shadow would have done nothing in a conversation",
        "Los flujos en sombra no habrían hecho nada en una conversación",
      ),
      result: text("There is no note.", "No hay ninguna nota."),
    },
  ],
  draw: ({ say }) =>
    draw(
      {
        start: step(0, 0, "logic.shadowDecided", {}),
        note: step(1, 0, "intercom.addNote", {
          note: [
            say("In Shadow, nothing was done. It would have been:\n", "En sombra, no se hizo nada. Se habría hecho:\n"),
            { ref: say("steps.start.inEnglish", "steps.start.inSpanish"), fallback: say("not known", "no se sabe") },
          ],
        }),
      },
      ["start.next>note"],
    ),
});
