import { z } from "zod";
import { shadowTopic } from "../../events/topics.ts";
import { text } from "../../language/text.ts";
import { defineTrigger } from "../../nodes/define.ts";

/** Starts some minutes after workflows in Shadow would have done something in a conversation: once for all that they decided meanwhile. */
export const shadowDecided = defineTrigger({
  type: "logic.shadowDecided",
  label: text("A workflow in Shadow decided", "Un flujo en sombra decidió"),
  help: text(
    "Starts ten minutes after workflows in Shadow would have done something in a conversation: once for all they decided until then.",
    "Empieza diez minutos después de que algún flujo en sombra hubiera hecho algo en una conversación: una sola vez para todo lo decidido hasta entonces.",
  ),
  keywords: text(
    "shadow decided trial dry run internal note report",
    "sombra decidido prueba ensayo nota interna informe",
  ),
  icon: "shadow",
  group: "trigger",
  topics: [shadowTopic],
  config: z.object({}),
  example: {},
  fresh: {},
  accepts: () => ({ accepted: true }),
  gives: () => [
    { field: "workflows", label: text("Workflows that decided", "Flujos que decidieron"), type: "text" },
    {
      field: "inEnglish",
      label: text("What they would have done, in English", "Lo que habrían hecho, en inglés"),
      type: "text",
    },
    {
      field: "inSpanish",
      label: text("What they would have done, in Spanish", "Lo que habrían hecho, en español"),
      type: "text",
    },
  ],
  sentence: (_, { say }) =>
    say("When workflows in Shadow would have acted", "Cuando los flujos en sombra habrían actuado"),
});
