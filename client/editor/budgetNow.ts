import { type Budget, budgetOf } from "#shared/engine/budget.ts";
import { compile } from "#shared/engine/compile.ts";
import { registry } from "#shared/integrations/manifest.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";

/** What a run of this drawing costs at most; null while it cannot be compiled, for reasons that the faults name. */
export function budgetNow(document: WorkflowDocument): Budget | null {
  try {
    return budgetOf(compile(document, registry));
  } catch {
    return null;
  }
}
