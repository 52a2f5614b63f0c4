import { text } from "../language/text.ts";
import { draw, step } from "./draw.ts";
import { wants } from "./wants.ts";
import { defineTemplate } from "./workflowTemplate.ts";

export const lowRating = defineTemplate({
  id: "low-rating",
  name: text("Follow up a low rating", "Seguimiento de una mala valoración"),
  sentence: text(
    "When a customer rates 1 or 2, ask what was missing and bring the conversation back to the team.",
    "Cuando un cliente valora con 1 o 2, pregunta qué faltó y devuelve la conversación al equipo.",
  ),
  icon: "star",
  group: "followUp",
  wants: { team: wants.support },
  alsoNeeds: [text("Ratings switched on in Intercom", "Valoraciones activadas en Intercom")],
  examples: [
    {
      when: text(
        "A customer rates 1 with the comment “I had to ask three times”",
        "Un cliente valora con 1 y comenta «Tuve que preguntar tres veces»",
      ),
      result: text(
        "The customer is asked what was missing; the team gets the conversation with the rating and the comment in a note.",
        "Se le pregunta qué faltó; el equipo recibe la conversación con la valoración y el comentario en una nota.",
      ),
    },
    {
      when: text("A customer rates 5", "Un cliente valora con 5"),
      result: text("Nothing happens.", "No pasa nada."),
    },
  ],
  draw: ({ say, toTeam }) =>
    draw(
      {
        start: step(0, 0, "intercom.conversationRated", { rating: "bad", remark: "any" }),
        reply: step(1, 0, "intercom.reply", {
          message: [
            say("Thank you for telling us, ", "Gracias por decírnoslo, "),
            { ref: "contact.firstName", fallback: say("and we are sorry", "y lo sentimos") },
            say(
              ". What was missing? A person reads your answer and writes back here.",
              ". ¿Qué faltó? Una persona lee tu respuesta y te escribe aquí.",
            ),
          ],
          whenTaken: "send",
        }),
        assign: step(2, 0, "intercom.assign", toTeam("team")),
        note: step(3, 0, "intercom.addNote", {
          note: [
            say("Rated ", "Valoración: "),
            { ref: "happening.rating", fallback: say("low", "baja") },
            say(" of 5. Comment: ", " de 5. Comentario: "),
            { ref: "happening.ratingRemark", fallback: say("none", "ninguno") },
            say(". Find out what went wrong.", ". Averigua qué salió mal."),
          ],
        }),
      },
      ["start.next>reply", "reply.next>assign", "assign.next>note"],
    ),
});
