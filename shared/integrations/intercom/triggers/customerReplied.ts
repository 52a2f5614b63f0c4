import { z } from "zod";
import { text } from "../../../language/text.ts";
import { defineTrigger } from "../../../nodes/define.ts";
import { byChannel, channelChoice, onChannel } from "../channels.ts";

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
  config: z.object({ channel: channelChoice() }),
  example: { channel: "any" },
  fresh: { channel: "any" },
  accepts: ({ config, event }) => onChannel(config.channel, event),
  sentence({ channel }, speech) {
    const by = byChannel(channel, speech);
    return speech.say(`When a customer replies${by}`, `Cuando un cliente responde${by}`);
  },
});
