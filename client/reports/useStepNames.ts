import { registry } from "#shared/integrations/manifest.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { stepSentence } from "#shared/workflow/stepSentence.ts";
import { useSpeech } from "../i18n/useSpeech.ts";
import { exitLabel } from "../ui/exitLabel.ts";

/** What the steps of a drawing are called: by their own name, else by what they do. */
export function useStepNames(document: WorkflowDocument) {
  const speech = useSpeech(document);
  const steps = new Map(document.nodes.map((node) => [node.id, node]));
  return {
    stepOf(node: string): string {
      const step = steps.get(node);
      return step ? step.name || stepSentence(step, registry, speech) : "";
    },
    /** Nothing where the step has only one exit. */
    exitOf(node: string, outlet: string): string {
      const step = steps.get(node);
      return step ? exitLabel(step, outlet, speech) : "";
    },
    kindOf: (type: string): string => {
      const spec = registry.get(type);
      return spec ? speech.pick(spec.label) : "";
    },
  };
}
