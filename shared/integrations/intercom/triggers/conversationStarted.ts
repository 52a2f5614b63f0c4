import { z } from "zod";
import { text } from "../../../language/text.ts";
import { defineTrigger } from "../../../nodes/define.ts";
import { byChannel, channelChoice, onChannel } from "../channels.ts";
import { automaticChoice, automaticWords, ifAutomatic } from "./filters/automatic.ts";
import { acceptedByAll } from "./verdicts.ts";

/** Intercom topic conversation.user.created: a user or lead starts a conversation. */
export const conversationStarted = defineTrigger({
  type: "intercom.conversationStarted",
  label: text("Customer started a conversation", "Un cliente inició una conversación"),
  help: text(
    "Starts when a customer writes the first message.",
    "Empieza cuando un cliente escribe el primer mensaje.",
  ),
  keywords: text("new conversation opened wrote first message", "nueva conversación abrió escribió primer mensaje"),
  icon: "inbox",
  group: "triggerConversation",
  topics: ["conversation.user.created"],
  config: z.object({ channel: channelChoice(), automatic: automaticChoice() }),
  example: { channel: "any", automatic: "skip" },
  fresh: { channel: "any", automatic: "skip" },
  accepts: ({ config, event }) => acceptedByAll(onChannel(config.channel, event), ifAutomatic(config.automatic, event)),
  sentence({ channel, automatic }, speech) {
    const by = byChannel(channel, speech) + automaticWords(automatic, speech);
    return speech.say(`When a customer starts a conversation${by}`, `Cuando un cliente inicia una conversación${by}`);
  },
});
