import { z } from "zod";
import { string } from "../../../events/raw.ts";
import { shorten, text } from "../../../language/text.ts";
import { answer, defineAction, type Given } from "../../../nodes/define.ts";
import { choice, template } from "../../../nodes/form.ts";
import { fill, fillHtml } from "../../../template/fill.ts";
import { isChip, type Template } from "../../../template/template.ts";
import { partLookUp, sameWords, writePart } from "../conversationPart.ts";

/** A teammate whom no step of this run assigned: a person is at work here. */
const takenByPerson = ({ facts, replies, actor }: Given<unknown>): boolean => {
  const teammate = facts.conversation?.teammateId ?? null;
  return (
    teammate !== null && teammate !== actor && ![...replies.values()].some((reply) => reply["teammateId"] === teammate)
  );
};

/** Intercom 2.16: POST /conversations/{id}/reply, message_type comment. */
export const reply = defineAction({
  type: "intercom.reply",
  label: text("Reply", "Responder"),
  help: text("Sends a message to the customer.", "Envía un mensaje al cliente."),
  keywords: text("answer message send write respond", "contestar mensaje enviar escribir"),
  icon: "reply",
  group: "customer",
  config: z.object({
    message: template({ label: text("Message", "Mensaje") }),
    whenTaken: choice(
      {
        label: text("If a teammate has taken the conversation", "Si un compañero ya lleva la conversación"),
        advanced: true,
      },
      { skip: text("Do not send", "No enviar"), send: text("Send anyway", "Enviar igualmente") },
    ),
  }),
  example: {
    message: ["Hello ", { ref: "contact.firstName", fallback: "there" }, ", we are on it."],
    whenTaken: "skip",
  },
  fresh: { message: [], whenTaken: "skip" },
  needs: ["conversation"],
  reply: z.object({
    partId: z.string(),
    text: answer(z.string(), text("What was sent", "Lo que se envió"), "text"),
  }),
  plan(given) {
    if (given.config.whenTaken === "skip" && takenByPerson(given))
      return {
        type: "skip",
        why: text(
          "Not sent: a teammate has taken the conversation.",
          "No enviado: un compañero ya lleva la conversación.",
        ),
      };
    if (fill(given.config.message, given.read).trim() === "")
      return {
        type: "fail",
        failure: {
          what: text("The message is empty.", "El mensaje está vacío."),
          todo: text("Give its values a fallback.", "Pon un texto de reserva a sus valores."),
        },
      };
    return writePart(given, "reply", {
      message_type: "comment",
      type: "admin",
      body: fillHtml(given.config.message, given.read),
    });
  },
  answer: (body, given) => ({
    partId: string(typeof body === "object" && body !== null && "id" in body ? body["id"] : ""),
    text: fill(given.config.message, given.read),
  }),
  simulate: ({ conversationId }) => ({ type: "conversation", id: conversationId ?? "0" }),
  onUncertain: partLookUp(
    (part, given: Given<{ message: Template }>) =>
      part["part_type"] === "comment" && sameWords(part, fillHtml(given.config.message, given.read)),
  ),
  sentence(config, { say, label }) {
    const words = config.message.map((part) => (isChip(part) ? `[${label(part.ref)}]` : part)).join("");
    return say(`Reply “${shorten(words, 80)}”`, `Responder «${shorten(words, 80)}»`);
  },
  done: (_, sent, { say }) => say(`Replied “${shorten(sent.text, 80)}”`, `Respondió «${shorten(sent.text, 80)}»`),
});
