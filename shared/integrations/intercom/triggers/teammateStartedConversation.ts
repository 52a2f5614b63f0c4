import { z } from "zod";
import { text } from "../../../language/text.ts";
import { defineTrigger } from "../../../nodes/define.ts";
import { byChannel, channelChoice, onChannel } from "../channels.ts";
import { byTeammate, teammateFilter, teammateWords } from "./filters/teammate.ts";
import { acceptedByAll } from "./verdicts.ts";

/** Intercom topic conversation.admin.single.created. */
export const teammateStartedConversation = defineTrigger({
  type: "intercom.teammateStartedConversation",
  label: text("Teammate started a conversation", "Un compañero inició una conversación"),
  help: text(
    "Starts when a teammate writes to a customer first.",
    "Empieza cuando un compañero escribe primero a un cliente.",
  ),
  keywords: text(
    "new conversation outbound proactive agent wrote message",
    "nueva conversación saliente proactivo agente escribió mensaje",
  ),
  icon: "send",
  group: "triggerConversation",
  topics: ["conversation.admin.single.created"],
  config: z.object({ channel: channelChoice(), teammate: teammateFilter() }),
  example: { channel: "any", teammate: null },
  fresh: { channel: "any", teammate: null },
  accepts: ({ config, event }) => acceptedByAll(onChannel(config.channel, event), byTeammate(config.teammate, event)),
  sentence({ channel, teammate }, speech) {
    const by = byChannel(channel, speech);
    const who = teammateWords(teammate, speech);
    return speech.say(`When ${who} starts a conversation${by}`, `Cuando ${who} inicia una conversación${by}`);
  },
});
