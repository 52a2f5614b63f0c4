import { createStore } from "zustand";
import type { BacktestCounts, Slice } from "#shared/api/backtests.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { countsAlike } from "./countsAlike.ts";

/** What is counted: a drawing over a slice of the archive, as it stands (`archive` changes with it). */
export interface ToCount {
  document: WorkflowDocument;
  slice: Slice;
  archive: string;
}

export interface Counting {
  /** The newest numbers that have come, and what they were counted for. Old ones stay until new ones are there. */
  counts: BacktestCounts | null;
  of: ToCount | null;
  /** Numbers the countings that were answered: lists that were opened from older numbers are old. */
  round: number;
  /** Newer numbers are on their way, and have been for `staleMs`: sooner nobody has to be told. */
  stale: boolean;
  error: unknown;
}

export interface CountingDeps {
  ask(what: ToCount, signal: AbortSignal): Promise<BacktestCounts>;
  /** Calls back after so many milliseconds; the answer calls it off. */
  later(afterMs: number, then: () => void): () => void;
}

/** The first edit is counted at once; those that follow within this time, when so long none has come. */
export const settleMs = 80;
export const staleMs = 400;

const nothing: Counting = { counts: null, of: null, round: 0, stale: false, error: null };

/**
 * Counts what is on screen, and again with each edit that can change a number. A newer edit breaks off the question of the older
 * one; the numbers on screen stay until the new ones come.
 */
export function createCounting({ ask, later }: CountingDeps) {
  const state = createStore<Counting>(() => nothing);
  let wanted: ToCount | null = null;
  /** Breaks off the question that is being answered. */
  let breakOff: (() => void) | null = null;
  /** Calls off what is to follow once edits have settled; null while they have. */
  let unsettle: (() => void) | null = null;
  /** Calls off that the numbers on screen are called old; null while nothing newer is on its way. */
  let refresh: (() => void) | null = null;

  function stop(): void {
    breakOff?.();
    unsettle?.();
    breakOff = null;
    unsettle = null;
  }

  /** Counted from the first edit that changes a number, however many follow. */
  function growOld(): void {
    refresh ??= later(staleMs, () => state.setState({ stale: true }));
    if (state.getState().error !== null) state.setState({ error: null });
  }

  function isNew(): void {
    refresh?.();
    refresh = null;
  }

  function begin(what: ToCount): void {
    const breaking = new AbortController();
    breakOff = () => breaking.abort();
    ask(what, breaking.signal).then(
      (counts) => {
        if (breaking.signal.aborted) return;
        isNew();
        state.setState(({ round }) => ({ counts, of: what, round: round + 1, stale: false, error: null }));
      },
      (error: unknown) => {
        if (breaking.signal.aborted) return;
        isNew();
        // Numbers of an older drawing would now be wrong.
        state.setState({ counts: null, of: null, stale: false, error });
      },
    );
  }

  return {
    state,
    /** What is on screen now; null where nothing is to be counted. */
    show(what: ToCount | null): void {
      if (what === null) {
        if (wanted === null) return;
        stop();
        isNew();
        wanted = null;
        state.setState(({ round }) => ({ ...nothing, round }));
        return;
      }
      if (
        wanted &&
        wanted.slice === what.slice &&
        wanted.archive === what.archive &&
        countsAlike(wanted.document, what.document)
      )
        return;
      const isSettled = unsettle === null;
      stop();
      wanted = what;
      growOld();
      if (isSettled) begin(what);
      unsettle = later(settleMs, () => {
        unsettle = null;
        if (!isSettled) begin(what);
      });
    },
    /** Asks again for the same. */
    again(): void {
      if (!wanted) return;
      stop();
      growOld();
      begin(wanted);
    },
  };
}
