import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { WorkflowDetail } from "#shared/api/workflows.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { joinWords } from "#shared/language/text.ts";
import type { Fault } from "#shared/workflow/fault.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { ringFaults, stepsIn } from "#shared/workflow/ringFaults.ts";
import { startsRuns } from "#shared/workflow/mode.ts";
import { type Drawn, ringsThrough, type WayIn, waysInto } from "#shared/workflow/rings.ts";
import { validate } from "#shared/workflow/validate.ts";
import { query } from "../api/query.ts";
import type { RingMark } from "../canvas/ringMark.ts";
import { useLists } from "../i18n/useSpeech.ts";

/** The list comes anew with every run; its drawings are looked at only when they have changed. */
function keepWays(): (drawn: Drawn) => readonly WayIn[] {
  const kept = new WeakMap<WorkflowDocument, readonly WayIn[]>();
  return (drawn) => {
    const ways = kept.get(drawn.document) ?? waysInto(drawn, registry);
    kept.set(drawn.document, ways);
    return ways.map((way) => ({ ...way, name: drawn.name }));
  };
}

/**
 * What is wrong with the drawing, errors first, and the rings it is part of, those with a condition in them once they have run
 * away. A moment behind, so that typing is never held up by it.
 */
export function useFaults(
  { id, name, pause }: WorkflowDetail,
  document: WorkflowDocument,
): { faults: readonly Fault[]; rings: readonly RingMark[] } {
  const { t } = useTranslation("editor");
  const lists = useLists();
  const { data } = useQuery(query("listWorkflows", {}));
  const settled = useDeferredValue(document);
  const [waysOf] = useState(keepWays);
  const others = useMemo(
    () =>
      (data?.workflows ?? [])
        .filter((workflow) => workflow.id !== id && (startsRuns(workflow.mode) || workflow.pause !== null))
        .flatMap((workflow) => waysOf(workflow)),
    [data, id, waysOf],
  );
  const rings = useMemo(
    () => ringsThrough(waysInto({ id, name, document: settled }, registry), others),
    [id, name, settled, others],
  );
  const faults = useMemo(
    () =>
      [...validate(settled, registry, lists), ...ringFaults(rings, id)].toSorted(
        (a, b) => Number(a.level === "advice") - Number(b.level === "advice"),
      ),
    [settled, lists, rings, id],
  );
  const marks = useMemo(
    () =>
      rings
        .filter(({ guarded }) => !guarded || pause !== null)
        .map((ring): RingMark => {
          const by = ring.legs.filter(({ workflow }) => workflow !== id).map((leg) => t("named", { name: leg.name }));
          return {
            steps: stepsIn(ring, id),
            label: by.length === 0 ? t("ringSelf") : t("ringBy", { names: joinWords(by, t("and")) }),
          };
        }),
    [rings, pause, id, t],
  );
  return { faults, rings: marks };
}
