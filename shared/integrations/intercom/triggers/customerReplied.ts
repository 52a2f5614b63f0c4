import { z } from "zod";
import { text } from "../../../language/text.ts";
import { defineTrigger } from "../../../nodes/define.ts";
import { byChannel, channelChoice, onChannel } from "../channels.ts";
import { automaticChoice, automaticWords, ifAutomatic } from "./filters/automatic.ts";
import { acceptedByAll } from "./verdicts.ts";

/** Intercom topic conversation.user.replied: a user or lead writes again. */
export const customerReplied = defineTrigger({
  type: "intercom.customerReplied",
  label: text("Customer replied", "El cliente respondió"),
  help: text(
    "Starts when a customer writes again in a conversation.",
    "Empieza cuando un cliente vuelve a escribir en una conversación.",
  ),
  keywords: text("reply answered message again", "respuesta contestó mensaje de nuevo"),
  icon: "message",
  group: "triggerConversation",
  topics: ["conversation.user.replied"],
  config: z.object({ channel: channelChoice(), automatic: automaticChoice() }),
  example: { channel: "any", automatic: "skip" },
  fresh: { channel: "any", automatic: "skip" },
  accepts: ({ config, event }) => acceptedByAll(onChannel(config.channel, event), ifAutomatic(config.automatic, event)),
  sentence({ channel, automatic }, speech) {
    const by = byChannel(channel, speech) + automaticWords(automatic, speech);
    return speech.say(`When a customer replies${by}`, `Cuando un cliente responde${by}`);
  },
});
