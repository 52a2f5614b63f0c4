import { z } from "zod";
import { text } from "../../language/text.ts";
import { defineFlow } from "../../nodes/define.ts";
import { count, duration } from "../../nodes/form.ts";
import { durationMs } from "./duration.ts";

const branches = (ways: number): string[] => Array.from({ length: ways }, (_, index) => `way${index + 1}`);

/** Goes several ways at the same time, and on when all have come to their end. */
export const parallel = defineFlow({
  type: "logic.parallel",
  label: text("At the same time", "Al mismo tiempo"),
  help: text(
    "Goes several ways at once, and on when all have ended.",
    "Va por varios caminos a la vez y sigue cuando todos terminan.",
  ),
  keywords: text("parallel branches fork join both all together", "paralelo ramas bifurcar unir ambos todos juntos"),
  icon: "parallel",
  group: "loop",
  config: z.object({
    ways: count({ label: text("How many ways", "Cuántos caminos") }, 2, 8),
    most: duration({ label: text("Wait for all of them at most", "Esperarlos a todos como mucho"), advanced: true }),
  }),
  example: { ways: 2, most: { amount: 7, unit: "days" } },
  fresh: { ways: 2, most: { amount: 7, unit: "days" } },
  reply: z.object({}),
  outlets: ({ ways }) => [
    ...branches(ways).map((id, index) => ({ id, label: text(`way ${index + 1}`, `camino ${index + 1}`) })),
    { id: "done", label: text("when all have ended", "cuando todos terminan") },
    { id: "late", label: text("time is over", "se acabó el tiempo") },
  ],
  bodies: ({ ways }) => branches(ways),
  flow: ({ config, now }) => ({
    do: "split",
    branches: branches(config.ways),
    after: "done",
    until: now + durationMs(config.most),
    late: "late",
  }),
  answer: () => ({}),
  sentence: ({ ways }, { say }) => say(`Go ${ways} ways at the same time`, `Ir por ${ways} caminos al mismo tiempo`),
  done: (_, { outlet }, { say }) => {
    if (outlet === "done") return say("All ways have ended", "Todos los caminos terminaron");
    if (outlet === "late") return say("The time was over", "Se acabó el tiempo");
    return say("Went this way", "Fue por este camino");
  },
});
