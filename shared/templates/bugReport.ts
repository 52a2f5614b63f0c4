import { text } from "../language/text.ts";
import { draw, step } from "./draw.ts";
import { wants } from "./wants.ts";
import { defineTemplate } from "./workflowTemplate.ts";

export const bugReport = defineTemplate({
  id: "bug-report",
  name: text("Collect a bug report", "Recoger un aviso de error"),
  sentence: text(
    "When a message sounds like a problem, ask how bad it is with buttons, then tag it and note the answer.",
    "Cuando un mensaje suena a problema, pregunta con botones cuánto afecta, lo etiqueta y anota la respuesta.",
  ),
  icon: "bot",
  group: "reply",
  wants: { tag: wants.bugTag, team: wants.support },
  examples: [
    {
      says: text("I get an error when I save.", "Me da un error al guardar."),
      result: text(
        "The customer presses “I cannot work”; the team finds that in a note, and the tag.",
        "El cliente pulsa «No puedo trabajar»; el equipo lo ve en una nota, con la etiqueta.",
      ),
    },
    {
      says: text("The page is broken on my phone.", "La página no funciona en mi teléfono."),
      result: text(
        "No answer within a day: it is tagged all the same, and a note says so.",
        "Sin respuesta en un día: se etiqueta igual y una nota lo dice.",
      ),
    },
    {
      says: text("Which plans do you have?", "¿Qué planes hay?"),
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
                  ["error", "bug", "crash", "does not work", "doesn't work", "broken"],
                  ["error", "fallo", "falla", "no funciona", "se bloquea", "no carga"],
                ),
              },
            ],
          },
        }),
        tag: step(2, 0, "intercom.tag", chosen("tag", "tag")),
        question: step(3, 0, "intercom.reply", {
          message: [
            say("That should not happen. How much does it hold you up?", "Eso no debería pasar. ¿Cuánto te afecta?"),
          ],
          quickReplies: words(
            ["I cannot work", "I can work around it", "It only looks odd"],
            ["No puedo trabajar", "Puedo evitarlo", "Solo se ve raro"],
          ),
          whenTaken: "skip",
        }),
        wait: step(4, 0, "logic.waitFor", { for: ["customerReplied"], most: { amount: 1, unit: "days" } }),
        answered: step(5, 0, "intercom.addNote", {
          note: [
            say("Problem: ", "Problema: "),
            { ref: "conversation.firstMessage" },
            say(" How bad: ", " Cuánto afecta: "),
            { ref: "steps.wait.text", fallback: say("not said", "sin decir") },
          ],
        }),
        silent: step(5, 1, "intercom.addNote", {
          note: [
            say("Problem: ", "Problema: "),
            { ref: "conversation.firstMessage" },
            say(" The customer has not said how bad it is.", " El cliente no ha dicho cuánto le afecta."),
          ],
        }),
        assign: step(6, 0, "intercom.assign", toTeam("team")),
      },
      [
        "start.next>ask",
        "ask.yes>tag",
        "tag.next>question",
        "question.next>wait",
        "wait.customerReplied>answered",
        "wait.late>silent",
        "answered.next>assign",
        "silent.next>assign",
      ],
    ),
});
