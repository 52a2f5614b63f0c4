import { z } from "zod";
import { shareOf } from "../../events/shareOf.ts";
import { text } from "../../language/text.ts";
import { defineCondition } from "../../nodes/define.ts";
import { count } from "../../nodes/form.ts";

/** A part of the conversations goes one way, the rest the other; a conversation that comes again goes the same way again. */
export const splitByChance = defineCondition({
  type: "logic.splitByChance",
  label: text("Split by chance", "Dividir al azar"),
  help: text(
    "Sends a part of the conversations one way; the same conversation always goes the same way.",
    "Envía una parte de las conversaciones por un camino; la misma conversación siempre va por el mismo.",
  ),
  keywords: text("random percentage experiment a/b test", "aleatorio porcentaje experimento prueba a/b"),
  icon: "split",
  group: "condition",
  config: z.object({
    percent: count({ label: text("Percent that go the first way", "Porcentaje que va por el primer camino") }, 1, 99),
  }),
  example: { percent: 50 },
  fresh: { percent: 50 },
  outlets: ({ percent }) => [
    { id: "part", label: text(`${percent}%`, `${percent} %`) },
    { id: "rest", label: text("the rest", "el resto") },
  ],
  compile: ({ percent }) => ({
    decide({ facts }) {
      const about = facts.conversation?.id ?? facts.ticket?.id ?? facts.contact?.id ?? facts.company?.id ?? "";
      return shareOf(about) < percent ? "part" : "rest";
    },
    evidence: () => [],
  }),
  sentence: ({ percent }, { say }) => say(`Send ${percent}% one way`, `Enviar el ${percent} % por un camino`),
});
