import { z } from "zod";
import { text } from "../../../language/text.ts";
import { defineTrigger } from "../../../nodes/define.ts";
import { choice } from "../../../nodes/form.ts";
import { byChannel, channelChoice, onChannel } from "../channels.ts";
import { acceptedByAll, acceptedIf } from "./verdicts.ts";

/** Part types that are words to the customer, as opposed to notices such as the expected reply time. */
const messages = new Set(["comment", "quick_reply"]);

/** Intercom topic conversation.operator.replied; it fires for standard notices too, which are left out. */
export const botReplied = defineTrigger({
  type: "intercom.botReplied",
  label: text("Bot replied", "Un bot respondió"),
  help: text(
    "Starts when Fin or another bot answers a customer.",
    "Empieza cuando Fin u otro bot responde a un cliente.",
  ),
  keywords: text(
    "fin ai agent operator automatic answer reply",
    "fin ia agente operador automática respuesta contestó",
  ),
  icon: "bot",
  group: "triggerConversation",
  topics: ["conversation.operator.replied"],
  config: z.object({
    channel: channelChoice(),
    words: choice(
      { label: text("What it said", "Qué dijo") },
      {
        any: text("Any message", "Cualquier mensaje"),
        answer: text("An answer of an AI agent", "Una respuesta de un agente de IA"),
      },
    ),
  }),
  example: { channel: "any", words: "answer" },
  fresh: { channel: "any", words: "any" },
  accepts: ({ config, event }) =>
    acceptedByAll(
      acceptedIf(
        event.actor?.kind === "bot" && messages.has(event.part?.type ?? ""),
        text("It was one of Intercom's standard notices.", "Era uno de los avisos estándar de Intercom."),
      ),
      acceptedIf(
        config.words === "any" || event.facts.happening?.aiAnswer === true,
        text("It was not an answer of an AI agent.", "No era una respuesta de un agente de IA."),
      ),
      onChannel(config.channel, event),
    ),
  sentence({ channel, words }, speech) {
    const by = byChannel(channel, speech);
    return words === "answer"
      ? speech.say(`When an AI agent answers${by}`, `Cuando un agente de IA responde${by}`)
      : speech.say(`When a bot replies${by}`, `Cuando un bot responde${by}`);
  },
});
