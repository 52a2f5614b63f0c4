import { text } from "../language/text.ts";
import { draw, step } from "./draw.ts";
import { defineTemplate } from "./workflowTemplate.ts";

export const askAgain = defineTemplate({
  id: "ask-again",
  name: text("Ask again, then close", "Preguntar otra vez y cerrar"),
  sentence: text(
    "When a customer does not react to a teammate's answer, ask after 2 days and close after 5.",
    "Si un cliente no reacciona a la respuesta de un compañero, pregunta a los 2 días y cierra a los 5.",
  ),
  icon: "message",
  group: "followUp",
  wants: {},
  examples: [
    {
      when: text("A teammate answers, and 2 days pass", "Un compañero responde y pasan 2 días"),
      result: text("The customer is asked whether it is solved.", "Se le pregunta al cliente si está resuelto."),
    },
    {
      when: text("Another 3 days pass", "Pasan 3 días más"),
      result: text("A goodbye, and the conversation is closed.", "Se despide y cierra la conversación."),
    },
    {
      when: text("The customer or a teammate writes meanwhile", "Entretanto escribe el cliente o un compañero"),
      result: text("It stops by itself.", "Se detiene solo."),
    },
  ],
  draw({ say }) {
    const waiting = (amount: number) => ({
      for: ["customerReplied", "teammateReplied", "closed"],
      most: { amount, unit: "days" },
    });
    return draw(
      {
        start: step(0, 0, "intercom.teammateReplied", { channel: "any" }),
        wait: step(1, 0, "logic.waitFor", waiting(2)),
        ask: step(2, 0, "intercom.reply", {
          message: [
            say("Hello ", "Hola, "),
            { ref: "contact.firstName", fallback: say("there", "qué tal") },
            say(
              ", did that solve it? If not, write to us here and we go on.",
              ": ¿quedó resuelto? Si no, escríbenos aquí y seguimos.",
            ),
          ],
          whenTaken: "send",
        }),
        more: step(3, 0, "logic.waitFor", waiting(3)),
        goodbye: step(4, 0, "intercom.reply", {
          message: [
            say(
              "We are closing this conversation for now. Write here at any time and it opens again.",
              "Cerramos esta conversación por ahora. Escríbenos aquí cuando quieras y se abrirá de nuevo.",
            ),
          ],
          whenTaken: "send",
        }),
        close: step(5, 0, "intercom.close", {}),
      },
      ["start.next>wait", "wait.late>ask", "ask.next>more", "more.late>goodbye", "goodbye.next>close"],
    );
  },
});
