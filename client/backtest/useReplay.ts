import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState } from "react";
import { routes } from "#shared/api/routes.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { call } from "../api/call.ts";
import { framesOf, stepsUpTo } from "./frames.ts";

export type Replay = ReturnType<typeof useReplay>;

/** So long is each moment looked at while it plays. */
const frameMs = 1_400;

/** A conversation that is gone through; whoever opens the same again begins anew. */
export interface Stepping {
  conversation: string;
}

interface Place {
  of: Stepping | null;
  run: number;
  frame: number;
  playing: boolean;
}

const begin = (of: Stepping | null): Place => ({ of, run: 0, frame: 0, playing: false });

/** Goes through one past conversation, moment by moment. Null for none: then nothing is asked. */
export function useReplay(workflow: string, document: WorkflowDocument, stepping: Stepping | null) {
  const [kept, setPlace] = useState(() => begin(stepping));
  const place = kept.of === stepping ? kept : begin(stepping);
  const conversation = stepping?.conversation ?? "";
  const answer = useQuery({
    queryKey: ["replayCase", workflow, conversation],
    queryFn: ({ signal }) =>
      call(routes.replayCase, { params: { id: workflow }, body: { document, conversation } }, signal),
    enabled: stepping !== null,
    staleTime: 0,
    gcTime: 0,
  });
  const replayed = answer.data ?? null;
  const run = replayed?.runs[place.run] ?? null;
  const frames = useMemo(() => (run ? framesOf(run) : []), [run]);
  const steps = useMemo(() => (run ? stepsUpTo(run, frames, place.frame) : []), [run, frames, place.frame]);
  const last = Math.max(0, frames.length - 1);
  const frame = frames[place.frame] ?? null;

  const go = useCallback(
    (change: (place: Place) => Partial<Place>) =>
      setPlace((before) => {
        const now = before.of === stepping ? before : begin(stepping);
        return { ...now, ...change(now) };
      }),
    [stepping],
  );
  const move = useCallback(
    (by: number) => go(({ frame: at }) => ({ frame: Math.min(last, Math.max(0, at + by)), playing: false })),
    [go, last],
  );
  const atEnd = place.frame >= last;
  useEffect(() => {
    if (!place.playing || atEnd) return;
    const timer = setTimeout(() => go(({ frame: at }) => ({ frame: at + 1, playing: at + 1 < last })), frameMs);
    return () => clearTimeout(timer);
  }, [place.playing, place.frame, atEnd, last, go]);

  return {
    replayed,
    error: answer.error,
    retry: () => void answer.refetch(),
    run,
    runPlace: place.run,
    frames,
    frame,
    framePlace: place.frame,
    steps,
    step: run && frame ? (run.steps[frame.step] ?? null) : null,
    atEnd,
    playing: place.playing && !atEnd,
    move,
    /** From the end it plays from the start again. */
    play: useCallback(
      () => go(({ frame: at, playing }) => ({ playing: !playing || at >= last, frame: at >= last ? 0 : at })),
      [go, last],
    ),
    chooseRun: useCallback((chosen: number) => go(() => ({ run: chosen, frame: 0, playing: false })), [go]),
    /** To the last moment at which the run was at a step. */
    goTo: useCallback(
      (node: string) => {
        const at = frames.findLastIndex(({ step }) => run?.steps[step]?.node === node);
        if (at >= 0) go(() => ({ frame: at, playing: false }));
      },
      [frames, run, go],
    ),
  };
}
