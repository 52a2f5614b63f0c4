import { z } from "zod";
import { record, string } from "../../../events/raw.ts";
import { shorten, text } from "../../../language/text.ts";
import { answer, defineAction, type Given } from "../../../nodes/define.ts";
import { choice, template, texts } from "../../../nodes/form.ts";
import { fill, fillHtml } from "../../../template/fill.ts";
import type { Template } from "../../../template/template.ts";
import { partLookUp, sameWords, writePart } from "../conversationPart.ts";
import { quickReplyId } from "../quickReplyId.ts";
import { emptyText, skipped } from "../request.ts";
import { wording } from "../wording.ts";

interface Setting {
  message: Template;
  quickReplies?: string[] | undefined;
}

/** A teammate whom no step of this run assigned: a person is at work here. */
const takenByPerson = ({ facts, replies, actor }: Given<unknown>): boolean => {
  const teammate = facts.conversation?.teammateId ?? null;
  return (
    teammate !== null && teammate !== actor && ![...replies.values()].some((reply) => reply["teammateId"] === teammate)
  );
};

const buttons = ({ quickReplies = [], ...rest }: Setting) =>
  quickReplies.map((label, place) => ({
    text: label,
    uuid: quickReplyId(JSON.stringify([rest, quickReplies]), place),
  }));

/** Intercom 2.16: POST /conversations/{id}/reply, message_type comment; then quick_reply with the buttons, where there are any. */
export const reply = defineAction({
  type: "intercom.reply",
  label: text("Reply", "Responder"),
  help: text("Sends a message to the customer.", "Envía un mensaje al cliente."),
  keywords: text(
    "answer message send write respond buttons quick replies options",
    "contestar mensaje enviar escribir botones respuestas rápidas opciones",
  ),
  icon: "reply",
  group: "customer",
  altersTalk: true,
  config: z.object({
    message: template({ label: text("Message", "Mensaje") }),
    quickReplies: texts(
      {
        label: text("Buttons under it", "Botones debajo"),
        help: text("The customer answers with one press.", "El cliente responde con un toque."),
        advanced: true,
      },
      10,
      80,
    ).optional(),
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
    if (given.answers.length > 0)
      return writePart(given, "reply", {
        message_type: "quick_reply",
        type: "admin",
        reply_options: buttons(given.config),
      });
    if (given.config.whenTaken === "skip" && takenByPerson(given))
      return skipped(
        "Not sent: a teammate has taken the conversation.",
        "No enviado: un compañero ya lleva la conversación.",
      );
    if (fill(given.config.message, given.read).trim() === "") return emptyText("The message", "El mensaje");
    return writePart(given, "reply", {
      message_type: "comment",
      type: "admin",
      body: fillHtml(given.config.message, given.read),
    });
  },
  again: ({ answers, config }) => answers.length === 1 && (config.quickReplies ?? []).length > 0,
  answer: (body, given) => ({
    partId: string(record(given.answers[0] ?? body)["id"]),
    text: fill(given.config.message, given.read),
  }),
  simulate: ({ conversationId }) => ({ type: "conversation", id: conversationId ?? "0" }),
  onUncertain: partLookUp((part, given: Given<Setting>) =>
    given.answers.length > 0
      ? part["part_type"] === "quick_reply"
      : part["part_type"] === "comment" && sameWords(part, fillHtml(given.config.message, given.read)),
  ),
  sentence: ({ message }, speech) =>
    speech.say(`Reply “${wording(message, speech)}”`, `Responder «${wording(message, speech)}»`),
  done: (_, sent, { say }) => say(`Replied “${shorten(sent.text, 80)}”`, `Respondió «${shorten(sent.text, 80)}»`),
});
