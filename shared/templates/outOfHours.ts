import { usualHours } from "../integrations/logic/officeHours.ts";
import { text } from "../language/text.ts";
import { draw, step } from "./draw.ts";
import { wants } from "./wants.ts";
import { defineTemplate } from "./workflowTemplate.ts";

export const outOfHours = defineTemplate({
  id: "out-of-hours",
  name: text("Reply out of hours", "Responder fuera de horario"),
  sentence: text(
    "When somebody writes while nobody is there, say when you answer, and hand it to a team as soon as you open.",
    "Cuando alguien escribe y no hay nadie, dice cuándo responderás y lo pasa a un equipo en cuanto abres.",
  ),
  icon: "away",
  group: "reply",
  wants: { team: wants.support },
  alsoNeeds: [text("Your hours and your time zone, set in two steps", "Tu horario y tu zona horaria, en dos pasos")],
  examples: [
    {
      says: text("Is anybody there? I cannot log in.", "¿Hay alguien? No puedo entrar."),
      result: text(
        "On a Saturday: an answer at once, and to the team on Monday at 9.",
        "Un sábado: respuesta en el acto, y al equipo el lunes a las 9.",
      ),
    },
    {
      says: text("Could you send me last month's invoice?", "¿Me pueden enviar la factura del mes pasado?"),
      result: text("On a Tuesday at 11: nothing happens.", "Un martes a las 11: no pasa nada."),
    },
  ],
  draw: ({ say, toTeam }) =>
    draw(
      {
        start: step(0, 0, "intercom.conversationStarted", { channel: "any" }),
        hours: step(1, 0, "logic.officeHours", { hours: usualHours }),
        reply: step(2, 0, "intercom.reply", {
          message: [
            say("Hello ", "Hola, "),
            { ref: "contact.firstName", fallback: say("there", "qué tal") },
            say(
              ", nobody is here right now. We answer as soon as we are back, in the order in which messages came in.",
              ": ahora mismo no hay nadie. Responderemos en cuanto volvamos, por orden de llegada.",
            ),
          ],
          whenTaken: "skip",
        }),
        open: step(3, 0, "logic.waitForOfficeHours", { hours: usualHours }),
        assign: step(4, 0, "intercom.assign", toTeam("team")),
      },
      ["start.next>hours", "hours.closed>reply", "reply.next>open", "open.next>assign"],
    ),
});
