import { z } from "zod";
import type { Findable } from "../../events/event.ts";
import { byHandTopic } from "../../events/topics.ts";
import { text, type Text } from "../../language/text.ts";
import { defineTrigger } from "../../nodes/define.ts";
import { choice } from "../../nodes/form.ts";

const ran: Record<Findable, Text> = {
  conversation: text("When it is run by hand on a conversation", "Cuando se ejecuta a mano sobre una conversación"),
  contact: text("When it is run by hand on a customer", "Cuando se ejecuta a mano sobre un cliente"),
  ticket: text("When it is run by hand on a ticket", "Cuando se ejecuta a mano sobre un ticket"),
};

/** Starts when a person runs the workflow on something they chose; nothing of Intercom's starts it. */
export const byHand = defineTrigger({
  type: "logic.byHand",
  label: text("Run by hand", "Ejecutar a mano"),
  help: text(
    "Starts when somebody runs it on what they chose: from the list of conversations, or from the workflow's own menu.",
    "Empieza cuando alguien lo ejecuta sobre lo que elija: desde la lista de conversaciones o desde el menú del flujo.",
  ),
  keywords: text(
    "manual manually button start myself on demand bulk many at once",
    "manual manualmente botón iniciar yo mismo a petición varios a la vez en lote",
  ),
  icon: "hand",
  group: "trigger",
  topics: [byHandTopic],
  config: z.object({
    for: choice(
      { label: text("Run on", "Ejecutar sobre") },
      {
        conversation: text("Conversations", "Conversaciones"),
        contact: text("Customers", "Clientes"),
        ticket: text("Tickets", "Tickets"),
      },
    ).default("conversation"),
  }),
  example: { for: "contact" },
  fresh: { for: "conversation" },
  accepts: () => ({ accepted: true }),
  about: (config) => config.for,
  sentence: (config, { pick }) => pick(ran[config.for]),
});
