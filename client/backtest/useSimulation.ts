import { useLocalStorage } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { routes } from "#shared/api/routes.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { call } from "../api/call.ts";
import { query } from "../api/query.ts";
import { createCounting } from "./createCounting.ts";
import { SliceChoice, sliceOf } from "./sliceChoice.ts";

export type Simulation = ReturnType<typeof useSimulation>;

const whole: SliceChoice = { kind: "whole" };

function later(afterMs: number, then: () => void): () => void {
  const timer = setTimeout(then, afterMs);
  return () => clearTimeout(timer);
}

/** Whoever has the drawing, and tells of each edit. */
interface Drawn {
  getState(): { document: WorkflowDocument };
  subscribe(changed: () => void): () => void;
}

/**
 * Its numbers are not in here: see `useCounted`. Past conversations counted through the drawing on screen, saved or not; again with each edit,
 * which is asked for before the screen shows it. Shown or not as this browser last chose.
 */
export function useSimulation(workflow: string, drawn: Drawn) {
  const archive = useQuery(query("getArchive", {})).data ?? null;
  const [on, setOn] = useLocalStorage({
    key: "switchboard.simulate",
    defaultValue: true,
    getInitialValueInEffect: false,
  });
  const [choice, choose] = useLocalStorage<SliceChoice>({
    key: "switchboard.slice",
    defaultValue: whole,
    getInitialValueInEffect: false,
    deserialize: (kept) => SliceChoice.catch(whole).parse(kept === undefined ? null : JSON.parse(kept)),
  });
  const newest = archive?.to ?? null;
  const slice = useMemo(() => sliceOf(choice, newest), [choice, newest]);
  const [counting] = useState(() =>
    createCounting({
      ask: (what, signal) =>
        call(
          routes.countBacktest,
          { params: { id: workflow }, body: { document: what.document, slice: what.slice } },
          signal,
        ),
      later,
    }),
  );
  const shown = on && archive !== null && archive.conversations > 0;
  const stand = archive ? `${archive.conversations} ${archive.to}` : "";
  useEffect(() => {
    const show = () => counting.show(shown ? { document: drawn.getState().document, slice, archive: stand } : null);
    show();
    return drawn.subscribe(show);
  }, [counting, shown, drawn, slice, stand]);
  useEffect(() => () => counting.show(null), [counting]);
  return { workflow, archive, on: shown, setOn, choice, choose, counting };
}
