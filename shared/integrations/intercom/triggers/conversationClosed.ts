import { z } from "zod";
import { text } from "../../../language/text.ts";
import { defineTrigger } from "../../../nodes/define.ts";
import { choice } from "../../../nodes/form.ts";

/** Intercom topic conversation.admin.closed; a bot's closing comes under the same topic. */
export const conversationClosed = defineTrigger({
  type: "intercom.conversationClosed",
  label: text("Conversation closed", "Conversación cerrada"),
  help: text("Starts when a conversation is closed.", "Empieza cuando se cierra una conversación."),
  keywords: text("close finished solved done", "cerrar terminada resuelta"),
  icon: "check",
  group: "trigger",
  topics: ["conversation.admin.closed"],
  config: z.object({
    by: choice(
      { label: text("Closed by", "Cerrada por") },
      {
        anyone: text("Anyone", "Cualquiera"),
        teammate: text("A teammate", "Un compañero"),
        bot: text("A bot", "Un bot"),
      },
    ),
  }),
  example: { by: "anyone" },
  fresh: { by: "anyone" },
  accepts: ({ config, event }) =>
    config.by === "anyone" || config.by === event.actor?.kind
      ? { accepted: true }
      : {
          accepted: false,
          why: text("Somebody else closed the conversation.", "La conversación la cerró otra persona."),
        },
  sentence({ by }, { say }) {
    if (by === "teammate")
      return say("When a teammate closes a conversation", "Cuando un compañero cierra una conversación");
    if (by === "bot") return say("When a bot closes a conversation", "Cuando un bot cierra una conversación");
    return say("When a conversation is closed", "Cuando se cierra una conversación");
  },
});
