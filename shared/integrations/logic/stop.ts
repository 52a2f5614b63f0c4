import { z } from "zod";
import { text } from "../../language/text.ts";
import { defineFlow } from "../../nodes/define.ts";

/** Ends the whole run here, with everything that still goes on at the same time. */
export const stop = defineFlow({
  type: "logic.stop",
  label: text("Stop", "Detener"),
  help: text("Ends the whole run here.", "Termina aquí toda la ejecución."),
  keywords: text("end finish exit quit", "fin terminar salir acabar"),
  icon: "stop",
  group: "loop",
  config: z.object({}),
  example: {},
  fresh: {},
  reply: z.object({}),
  outlets: () => [],
  bodies: () => [],
  flow: () => ({ do: "stop", answer: null }),
  answer: () => ({}),
  sentence: (_, { say }) => say("Stop here", "Detener aquí"),
  done: (_config, _seen, { say }) => say("Stopped here", "Se detuvo aquí"),
});
