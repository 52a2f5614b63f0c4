import { z } from "zod";
import { text } from "../../../language/text.ts";
import { defineTrigger } from "../../../nodes/define.ts";
import { byChannel, channelChoice, onChannel } from "../channels.ts";
import { byTeammate, teammateFilter, teammateWords } from "./filters/teammate.ts";
import { acceptedByAll, acceptedIf } from "./verdicts.ts";

/** Intercom topic conversation.admin.replied; replies of bots come under it too, and are left out. */
export const teammateReplied = defineTrigger({
  type: "intercom.teammateReplied",
  label: text("Teammate replied", "Un compañero respondió"),
  help: text("Starts when a teammate answers a customer.", "Empieza cuando un compañero responde a un cliente."),
  keywords: text("agent answered reply message admin support", "agente contestó respuesta mensaje soporte"),
  icon: "reply",
  group: "triggerConversation",
  topics: ["conversation.admin.replied"],
  config: z.object({ channel: channelChoice(), teammate: teammateFilter() }),
  example: { channel: "any", teammate: null },
  fresh: { channel: "any", teammate: null },
  accepts: ({ config, event }) =>
    acceptedByAll(
      acceptedIf(
        event.actor?.kind === "teammate",
        text("A bot replied, not a teammate.", "Respondió un bot, no un compañero."),
      ),
      onChannel(config.channel, event),
      byTeammate(config.teammate, event),
    ),
  sentence({ channel, teammate }, speech) {
    const by = byChannel(channel, speech);
    const who = teammateWords(teammate, speech);
    return speech.say(`When ${who} replies${by}`, `Cuando ${who} responde${by}`);
  },
});
