import { z } from "zod";
import { shorten, text } from "../../language/text.ts";
import { defineFlow } from "../../nodes/define.ts";
import { template } from "../../nodes/form.ts";
import { fill } from "../../template/fill.ts";
import { isChip } from "../../template/template.ts";

/** Ends this run and answers the workflow that ran it. */
export const giveAnswer = defineFlow({
  type: "logic.giveAnswer",
  label: text("Answer the other workflow", "Responder al otro flujo"),
  help: text(
    "Ends here and answers the workflow that ran this one.",
    "Termina aquí y responde al flujo que ejecutó este.",
  ),
  keywords: text("return result sub workflow end", "devolver resultado subflujo fin"),
  icon: "workflow",
  group: "loop",
  config: z.object({ answer: template({ label: text("Answer", "Respuesta") }, false) }),
  example: { answer: ["routed"] },
  fresh: { answer: [] },
  reply: z.object({}),
  outlets: () => [],
  bodies: () => [],
  flow: ({ config, read }) => ({ do: "stop", answer: fill(config.answer, read) }),
  answer: () => ({}),
  sentence(config, { say, label }) {
    const words = config.answer.map((part) => (isChip(part) ? `[${label(part.ref)}]` : part)).join("");
    return say(`Answer “${shorten(words, 80)}”`, `Responder «${shorten(words, 80)}»`);
  },
  done: (_config, _seen, { say }) => say("Answered and ended", "Respondió y terminó"),
});
