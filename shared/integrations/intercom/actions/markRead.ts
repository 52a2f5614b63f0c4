import { z } from "zod";
import { text } from "../../../language/text.ts";
import { defineAction } from "../../../nodes/define.ts";
import { putConversation, simulatedConversation, withConversation } from "../conversationChange.ts";

/** Intercom 2.16: PUT /conversations/{id}, read. */
export const markRead = defineAction({
  type: "intercom.markRead",
  label: text("Mark as read", "Marcar como leída"),
  help: text("Marks the conversation as read.", "Marca la conversación como leída."),
  keywords: text("seen unread", "vista no leída"),
  icon: "read",
  group: "team",
  config: z.object({}),
  example: {},
  fresh: {},
  reply: z.object({}),
  plan: (given) => putConversation(given, { read: true }),
  answer: () => ({}),
  simulate: simulatedConversation,
  onUncertain: "repeat",
  changes: (facts) => withConversation(facts, { read: true }),
  sentence: (_, { say }) => say("Mark the conversation as read", "Marcar la conversación como leída"),
  done: (_config, _reply, { say }) => say("Marked the conversation as read", "Marcó la conversación como leída"),
});
