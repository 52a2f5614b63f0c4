import type { BacktestCase, BacktestCounts, BacktestRun, Slice, Where } from "#shared/api/backtests.ts";
import type { SuggestionCase, Suggestions } from "#shared/suggestions/suggestion.ts";
import type { WhyReason } from "#shared/api/why.ts";
import type { Past } from "#shared/archive/past.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import type { Report, SimulationCase, SimulationWhere } from "#shared/api/simulations.ts";
import type { ComparedDrawings } from "./ballot/makeBallot.ts";
import type { Window } from "./cases.ts";
import type { SuggestionWhere } from "./suggest/createSuggester.ts";
import type { Names } from "./suggest/deedsIn.ts";

/** A drawing to go through, with the newest versions of all it may run, by workflow. */
export interface Drawing {
  workflow: string;
  document: WorkflowDocument;
  callees: Readonly<Record<string, WorkflowDocument>>;
  slice: Slice;
}

/** What the simulating thread can be asked, and what it answers. A drawing whose lines make a circle is answered with null. */
export interface Asks {
  counts: { ask: Drawing; answer: BacktestCounts | null };
  cases: { ask: Drawing & { where: Where; window: Window }; answer: { total: number; cases: BacktestCase[] } | null };
  oneCase: {
    ask: Omit<Drawing, "slice"> & { conversation: string };
    /** `unknown`: the archive has no such conversation. */
    answer: { case: BacktestCase; runs: BacktestRun[] } | "unknown" | null;
  };
  why: {
    /** `past`: a conversation that the archive has not; null to look there. */
    ask: { conversation: string; past: Past | null; drawings: Omit<Drawing, "slice">[] };
    /** A reason for each drawing. `unknown`: the archive has no such conversation. */
    answer: { title: string; startedAt: number; reasons: WhyReason[] } | "unknown";
  };
  suggestions: { ask: { names: Names }; answer: Suggestions };
  /** `unknown`: there is no such suggestion any more. */
  suggestionCases: {
    ask: { names: Names; where: SuggestionWhere; window: Window };
    answer: { total: number; cases: SuggestionCase[] } | "unknown";
  };
  /** A report to be kept, with its cases as `freeze` makes them. */
  report: { ask: Drawing & { timeZone: string }; answer: { report: Report; cases: Uint8Array } | null };
  frozenCases: {
    ask: { cases: Uint8Array; where: SimulationWhere; window: Window };
    answer: { total: number; cases: SimulationCase[] };
  };
  /** `now`: the drawing to compare with. `expected`: conversations of which the outcome is wanted, changed or not. */
  ballot: { ask: Drawing & { now: WorkflowDocument; expected: readonly string[] }; answer: ComparedDrawings | null };
  /** Some of these conversations, newest first; those that the archive no longer has are left out. */
  briefs: { ask: { ids: readonly string[] } & Window; answer: BacktestCase[] };
}

export type AskName = keyof Asks;

export type Asked = { [K in AskName]: { seq: number; name: K; ask: Asks[K]["ask"] } }[AskName];
export type Told = { seq: number } & (
  | { ok: true; answer: unknown }
  | { ok: false; error: string }
  | { stopped: true }
  /** How far it is, from 0 to 1; the answer is still to come. */
  | { share: number }
);
