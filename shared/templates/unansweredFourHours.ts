import { text } from "../language/text.ts";
import { draw, step } from "./draw.ts";
import { wants } from "./wants.ts";
import { defineTemplate } from "./workflowTemplate.ts";

export const unansweredFourHours = defineTemplate({
  id: "unanswered-4-hours",
  name: text("Unanswered for 4 hours", "Sin respuesta en 4 horas"),
  sentence: text(
    "When no teammate has answered a new conversation within 4 hours, hand it to a team with a note.",
    "Si ningún compañero responde a una conversación nueva en 4 horas, la pasa a un equipo con una nota.",
  ),
  icon: "clock",
  group: "followUp",
  wants: { team: wants.support },
  examples: [
    {
      says: text("Can I change the language of my account?", "¿Puedo cambiar el idioma de mi cuenta?"),
      result: text(
        "Nobody answers for 4 hours: it goes to the team, with a note.",
        "Nadie responde en 4 horas: pasa al equipo, con una nota.",
      ),
    },
    {
      says: text("Is there a version for tablets?", "¿Hay una versión para tabletas?"),
      result: text(
        "Somebody answers after 20 minutes: nothing happens.",
        "Alguien responde a los 20 minutos: no pasa nada.",
      ),
    },
  ],
  draw: ({ say, toTeam }) =>
    draw(
      {
        start: step(0, 0, "intercom.conversationStarted", { channel: "any" }),
        wait: step(1, 0, "logic.waitFor", {
          for: ["teammateReplied", "closed"],
          most: { amount: 4, unit: "hours" },
        }),
        assign: step(2, 0, "intercom.assign", toTeam("team")),
        note: step(3, 0, "intercom.addNote", {
          note: [
            say(
              "Nobody has answered this conversation for 4 hours.",
              "Nadie ha respondido a esta conversación en 4 horas.",
            ),
          ],
        }),
      },
      ["start.next>wait", "wait.late>assign", "assign.next>note"],
    ),
});
