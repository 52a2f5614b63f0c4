import { text } from "../language/text.ts";
import { draw, step } from "./draw.ts";
import { defineTemplate } from "./workflowTemplate.ts";

export const snoozeAndRemind = defineTemplate({
  id: "snooze-and-remind",
  name: text("Snooze and remind", "Posponer y recordar"),
  sentence: text(
    "Run it by hand on a conversation: it is snoozed for 2 days, and a note reminds the team if nothing came meanwhile.",
    "Ejecútalo a mano en una conversación: la pospone 2 días y, si entretanto no llega nada, lo recuerda en una nota.",
  ),
  icon: "snooze",
  group: "followUp",
  wants: {},
  examples: [
    {
      says: text("I will ask my colleague and write again.", "Le pregunto a mi compañera y te escribo."),
      result: text(
        "You run it: after 2 days of silence the conversation is back, with a note.",
        "Lo ejecutas: tras 2 días de silencio la conversación vuelve, con una nota.",
      ),
    },
    {
      says: text("Let me try that tomorrow.", "Lo pruebo mañana."),
      result: text(
        "You run it, and the customer writes the next day: no reminder is left.",
        "Lo ejecutas y el cliente escribe al día siguiente: no queda ningún recordatorio.",
      ),
    },
  ],
  draw: ({ say }) =>
    draw(
      {
        start: step(0, 0, "logic.byHand", {}),
        snooze: step(1, 0, "intercom.snooze", { for: { amount: 2, unit: "days" } }),
        wait: step(2, 0, "logic.waitFor", {
          for: ["customerReplied", "teammateReplied", "closed"],
          most: { amount: 2, unit: "days" },
        }),
        note: step(3, 0, "intercom.addNote", {
          note: [
            say(
              "Two days have passed and nothing came. Take this conversation up again.",
              "Han pasado dos días y no ha llegado nada. Retoma esta conversación.",
            ),
          ],
        }),
      },
      ["start.next>snooze", "snooze.next>wait", "wait.late>note"],
    ),
});
