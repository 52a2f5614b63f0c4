import { useDeferredValue, useMemo } from "react";
import { registry } from "#shared/integrations/manifest.ts";
import type { Fault } from "#shared/workflow/fault.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { validate } from "#shared/workflow/validate.ts";
import { useLists } from "../i18n/useSpeech.ts";

/** What is wrong with the drawing, errors first. A moment behind, so that typing is never held up by it. */
export function useFaults(document: WorkflowDocument): readonly Fault[] {
  const lists = useLists();
  const settled = useDeferredValue(document);
  return useMemo(
    () =>
      validate(settled, registry, lists).toSorted(
        (a, b) => Number(a.level === "advice") - Number(b.level === "advice"),
      ),
    [settled, lists],
  );
}
