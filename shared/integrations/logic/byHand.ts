import { z } from "zod";
import { byHandTopic } from "../../events/topics.ts";
import { text } from "../../language/text.ts";
import { defineTrigger } from "../../nodes/define.ts";

/** Starts when a person runs the workflow for a conversation; nothing of Intercom's starts it. */
export const byHand = defineTrigger({
  type: "logic.byHand",
  label: text("Run by hand", "Ejecutar a mano"),
  help: text(
    "Starts when somebody runs it for a conversation, from the list of conversations.",
    "Empieza cuando alguien lo ejecuta para una conversación, desde la lista de conversaciones.",
  ),
  keywords: text("manual button start myself on demand", "manual botón iniciar yo mismo a petición"),
  icon: "hand",
  group: "triggerConversation",
  topics: [byHandTopic],
  config: z.object({}),
  example: {},
  fresh: {},
  accepts: () => ({ accepted: true }),
  sentence: (_, { say }) => say("When it is run by hand", "Cuando se ejecuta a mano"),
});
