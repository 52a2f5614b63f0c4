import { z } from "zod";
import { shorten, text } from "../../../language/text.ts";
import { defineAction } from "../../../nodes/define.ts";
import { messageAnswer, messageConfig, messageLookUp, messageReply, sendMessage } from "../message.ts";
import { wording } from "../wording.ts";

/** Intercom 2.16: POST /messages, message_type in_app. There is no conversation until the customer answers. */
export const sendMessageInApp = defineAction({
  type: "intercom.sendMessage",
  label: text("Send new message", "Enviar mensaje nuevo"),
  help: text(
    "Writes to the customer in the Messenger, apart from any conversation.",
    "Escribe al cliente en el Messenger, aparte de cualquier conversación.",
  ),
  keywords: text("outbound chat in-app start conversation contact", "saliente chat iniciar conversación contactar"),
  icon: "send",
  group: "customer",
  altersTalk: true,
  config: z.object(messageConfig()),
  example: { message: ["Welcome, ", { ref: "contact.firstName", fallback: "and hello" }, "!"] },
  fresh: { message: [] },
  needs: ["contact"],
  reply: messageReply(),
  plan: (given) => sendMessage(given, { message_type: "in_app" }),
  answer: messageAnswer,
  simulate: () => ({ type: "user_message", id: "new", message_type: "in_app" }),
  onUncertain: messageLookUp,
  sentence: ({ message }, speech) =>
    speech.say(`Send “${wording(message, speech)}”`, `Enviar «${wording(message, speech)}»`),
  done: (_, sent, { say }) => say(`Sent “${shorten(sent.text, 80)}”`, `Envió «${shorten(sent.text, 80)}»`),
});
