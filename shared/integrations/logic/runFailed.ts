import { z } from "zod";
import { failedTopic } from "../../events/topics.ts";
import { text } from "../../language/text.ts";
import { defineTrigger } from "../../nodes/define.ts";

/** Starts when a run of any other workflow fails, for the same conversation. A run that it started itself never starts it again. */
export const runFailed = defineTrigger({
  type: "logic.runFailed",
  label: text("A run failed", "Una ejecución falló"),
  help: text(
    "Starts when a run of another workflow fails, for the same conversation.",
    "Empieza cuando falla una ejecución de otro flujo, para la misma conversación.",
  ),
  keywords: text("error problem failure alert notify", "error problema fallo alerta avisar"),
  icon: "alert",
  group: "trigger",
  topics: [failedTopic],
  config: z.object({}),
  example: {},
  fresh: {},
  accepts: () => ({ accepted: true }),
  gives: () => [
    { field: "workflow", label: text("Workflow that failed", "Flujo que falló"), type: "text" },
    { field: "problem", label: text("What went wrong", "Qué salió mal"), type: "text" },
  ],
  sentence: (_, { say }) => say("When a run of another workflow fails", "Cuando falla una ejecución de otro flujo"),
});
