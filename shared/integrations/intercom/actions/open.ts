import { z } from "zod";
import { text } from "../../../language/text.ts";
import { defineAction } from "../../../nodes/define.ts";
import { partLookUp, writePart } from "../conversationPart.ts";

/** Intercom 2.16: POST /conversations/{id}/parts, message_type open. */
export const open = defineAction({
  type: "intercom.open",
  label: text("Open again", "Reabrir"),
  help: text(
    "Puts a closed or snoozed conversation back into the inbox.",
    "Devuelve a la bandeja una conversación cerrada o pospuesta.",
  ),
  keywords: text("reopen unsnooze wake return", "abrir despertar volver quitar pausa"),
  icon: "inbox",
  group: "team",
  config: z.object({}),
  example: {},
  fresh: {},
  reply: z.object({}),
  plan: (given) => writePart(given, "parts", { message_type: "open" }),
  answer: () => ({}),
  simulate: ({ conversationId }) => ({ type: "conversation", id: conversationId ?? "0" }),
  onUncertain: partLookUp((part) => part["part_type"] === "open"),
  changes: (facts) =>
    facts.conversation
      ? { ...facts, conversation: { ...facts.conversation, state: "open", snoozedUntil: null } }
      : facts,
  sentence: (_, { say }) => say("Open the conversation again", "Reabrir la conversación"),
  done: (_config, _reply, { say }) => say("Opened the conversation again", "Reabrió la conversación"),
});
