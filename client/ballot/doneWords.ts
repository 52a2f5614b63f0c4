import type { DoneSteps } from "#shared/api/ballots.ts";
import type { Speech } from "#shared/language/speech.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { stepSentence } from "#shared/workflow/stepSentence.ts";

/** An outcome in one line: "Assign to Billing · Close the conversation". */
export function doneWords(
  { entered, steps }: DoneSteps,
  speech: Speech,
  words: { nothing: string; notIn: string },
): string {
  if (!entered) return words.notIn;
  const said = steps.map((step) => stepSentence(step, registry, speech)).filter((sentence) => sentence !== "");
  return said.length > 0 ? said.join(" · ") : words.nothing;
}
