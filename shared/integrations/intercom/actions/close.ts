import { z } from "zod";
import { text } from "../../../language/text.ts";
import { defineAction } from "../../../nodes/define.ts";
import { partLookUp, writePart } from "../conversationPart.ts";

/** Intercom 2.16: POST /conversations/{id}/parts, message_type close. */
export const close = defineAction({
  type: "intercom.close",
  label: text("Close", "Cerrar"),
  help: text("Closes the conversation.", "Cierra la conversación."),
  keywords: text("finish end done solve", "terminar acabar resolver"),
  icon: "close",
  group: "team",
  altersTalk: true,
  config: z.object({}),
  example: {},
  fresh: {},
  reply: z.object({}),
  plan: (given) => writePart(given, "parts", { message_type: "close", type: "admin" }),
  answer: () => ({}),
  simulate: ({ conversationId }) => ({ type: "conversation", id: conversationId ?? "0" }),
  onUncertain: partLookUp(
    (part) => part["part_type"] === "close",
    (conversation) => conversation["state"] === "closed",
  ),
  changes: (facts) =>
    facts.conversation ? { ...facts, conversation: { ...facts.conversation, state: "closed" } } : facts,
  sentence: (_, { say }) => say("Close the conversation", "Cerrar la conversación"),
  done: (_config, _reply, { say }) => say("Closed the conversation", "Cerró la conversación"),
});
