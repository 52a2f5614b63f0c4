import type { Step } from "#shared/engine/step.ts";
import { registry } from "#shared/integrations/manifest.ts";
import type { Speech } from "#shared/language/speech.ts";
import type { WorkflowNode } from "#shared/workflow/document.ts";
import type { Card } from "../canvas/card.ts";

/** The catalogue's part in a step's sentence. */
export interface StepSentences {
  took(exit: string): string;
  /** It was not done: what it would do is said. */
  imagined?: boolean;
}

/** What a step did, in one plain sentence with the real values. */
export function runStepWords(
  step: Step,
  node: WorkflowNode | undefined,
  card: Card | undefined,
  speech: Speech,
  sentences: StepSentences,
): string {
  if (step.failure) return speech.pick(step.failure.what);
  if (step.skipped) return speech.pick(step.skipped);
  const spec = node ? registry.get(node.type) : undefined;
  const config = spec?.config.safeParse(node?.config);
  if (!spec || !config?.success) return card?.sentence ?? "";
  if (spec.kind === "condition" && step.outlet !== null) {
    const exit = card?.exits.find(({ id }) => id === step.outlet);
    return sentences.took(exit?.label ?? step.outlet);
  }
  if (spec.kind === "flow" && step.status === "done") return spec.done(config.data, step, speech);
  const isDone = step.status === "done" && sentences.imagined !== true;
  const reply = spec.kind === "action" && isDone ? spec.reply.safeParse(step.reply) : null;
  return spec.kind === "action" && reply?.success
    ? spec.done(config.data, reply.data, speech)
    : spec.sentence(config.data, speech);
}
