import { wholeArchive } from "#shared/api/backtests.ts";
import type { Past } from "#shared/archive/past.ts";
import type { Registry } from "#shared/nodes/define.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import type { Asks, AskName, Drawing } from "./asks.ts";
import { makeBallot } from "./ballot/makeBallot.ts";
import { caseOf, casesOf, runsIn } from "./cases.ts";
import { countsOf, spanOf } from "./counts.ts";
import type { Archived } from "./createArchived.ts";
import type { Course } from "./course.ts";
import { firstsOf } from "./goThrough.ts";
import { chooseCases } from "./report/chooseCases.ts";
import { freeze, thaw } from "./report/frozenCases.ts";
import { makeReport } from "./report/makeReport.ts";
import { prepare, type Prepared } from "./prepare.ts";
import { createSuggester } from "./suggest/createSuggester.ts";
import { whyAll } from "./whyPast.ts";
import { simulate, type Simulation } from "./simulation.ts";

/** So many simulations are kept, so that an edit re-decides only what it touches, and lists open at once. */
const mostKept = 6;

/** A simulation and what it was made over. */
export interface Done {
  simulation: Simulation;
  pasts: readonly Past[];
  /** Up to when the past was known, epoch milliseconds. */
  horizon: number;
}

export interface SimulatorDeps {
  archived: Archived;
  registry: Registry;
  /** Asked now and then: what is being worked on is not wanted any more. */
  isStopped(): boolean;
  /** Milliseconds of a clock that only goes forward. */
  clock(): number;
  /** Told how far a report is: from 0 to 1. */
  onShare?: (share: number) => void;
}

/** For conversations of which nothing but themselves is to be shown. */
const nothingOf = { doubts: new Set<never>(), why: null };

/** It is not wanted any more. */
export class Stopped extends Error {}

/** Answers what is asked of the simulating thread, one thing after the other. */
export function createSimulator({ archived, registry, isStopped, clock, onShare }: SimulatorDeps) {
  const kept = new Map<string, Done>();
  const suggester = createSuggester(archived, isStopped);

  const calleesOf = (documents: Drawing["callees"]) => {
    const prepared = new Map<string, Prepared>();
    return (workflow: string): Prepared | null => {
      const document = Object.hasOwn(documents, workflow) ? documents[workflow] : undefined;
      if (!document) return null;
      let one = prepared.get(workflow);
      if (!one) prepared.set(workflow, (one = prepare(document, registry)));
      return one;
    };
  };

  /**
   * What was decided of conversations that are the same as they were, at their places; nothing for the others. What was still open may have come
   * by now that more of the past is known; whose first time it was may have to be told anew with every conversation that comes.
   */
  function stillKnown({ pasts, horizon, simulation }: Done, now: readonly Past[]): readonly (Course | undefined)[] {
    const { courses, prepared } = simulation;
    if (pasts === now) return courses;
    if (prepared.ways.some(({ once }) => once !== null)) return [];
    const isMoreKnown = horizon !== archived.horizon();
    return now.map((past, index) => {
      const course = pasts[index] === past ? courses[index] : undefined;
      return isMoreKnown && course?.doubts.has("unfinished") ? undefined : course;
    });
  }

  /**
   * The simulation of a drawing over a slice; of a workflow's last one only what an edit touches is decided anew.
   * @throws Stopped; Error where the lines make a circle.
   */
  function simulated({ workflow, document, slice, callees }: Drawing): Done {
    const pasts = archived.in(slice);
    const key = JSON.stringify([workflow, slice, callees]);
    const before = kept.get(key);
    const horizon = archived.horizon();
    const deps = { registry, pasts, horizon, callee: calleesOf(callees), isStopped };
    const last = before && { prepared: before.simulation.prepared, courses: stillKnown(before, pasts) };
    const simulation = simulate(document, deps, last ?? null);
    if (!simulation) throw new Stopped();
    const done = { simulation, pasts, horizon };
    kept.delete(key);
    kept.set(key, done);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return done;
  }

  const optionsOf = (callees: Drawing["callees"]) => ({ horizon: archived.horizon(), callee: calleesOf(callees) });

  const answers: { [K in AskName]: (ask: Asks[K]["ask"]) => Asks[K]["answer"] } = {
    counts(ask) {
      const began = clock();
      const { simulation, pasts } = simulated(ask);
      return { ...countsOf(simulation), ...spanOf(pasts), tookMs: clock() - began };
    },
    cases(ask) {
      const { simulation, pasts } = simulated(ask);
      return casesOf(simulation, pasts, ask.where, ask.window, optionsOf(ask.callees));
    },
    oneCase({ document, conversation, callees }) {
      const past = archived.find(conversation);
      if (!past) return "unknown";
      const prepared = prepare(document, registry);
      const { course, runs } = runsIn(
        prepared,
        past,
        firstsOf(prepared, archived.in(wholeArchive)),
        optionsOf(callees),
      );
      return { case: caseOf(past, course, []), runs };
    },
    suggestions({ names }) {
      const found = suggester.found(names);
      if (!found) throw new Stopped();
      return found;
    },
    suggestionCases({ names, where, window }) {
      const listed = suggester.cases(names, where, window);
      if (!listed) throw new Stopped();
      return listed;
    },
    why: ({ conversation, past, drawings }) =>
      whyAll(past ?? archived.find(conversation), drawings, {
        registry,
        pasts: archived.in(wholeArchive),
        optionsOf: ({ callees }) => optionsOf(callees),
        isWorkable: ({ document }) => !hasCircle(document),
      }),
    report({ document, slice, callees, timeZone }) {
      const pasts = archived.in(slice);
      const watched = onShare ? { onShare } : {};
      const deps = { registry, pasts, isStopped, ...watched, ...optionsOf(callees) };
      const made = makeReport(document, deps, timeZone);
      if (!made) throw new Stopped();
      return { report: made.report, cases: freeze(made.cases) };
    },
    frozenCases: ({ cases, where, window }) => chooseCases(thaw(cases), archived.find, where, window),
    ballot({ now, expected, ...draft }) {
      // Each has a last simulation of its own, so that an edit of the draft re-decides only what it touches.
      const published = simulated({ ...draft, workflow: `${draft.workflow} now`, document: now });
      const drawn = simulated(draft);
      return makeBallot(drawn.pasts, published.simulation, drawn.simulation, expected);
    },
    briefs({ ids, skip, limit }) {
      const found = ids.flatMap((id) => archived.find(id) ?? []);
      const newest = found.toSorted((a, b) => (b.base.createdAt ?? 0) - (a.base.createdAt ?? 0));
      return newest.slice(skip, skip + limit).map((past) => caseOf(past, nothingOf, []));
    },
  };

  return {
    simulated,
    /** @throws Stopped */
    answer<K extends AskName>(name: K, ask: Asks[K]["ask"]): Asks[K]["answer"] {
      archived.refresh();
      if ("document" in ask && hasCircle(ask.document)) return null;
      if ("now" in ask && hasCircle(ask.now)) return null;
      return answers[name](ask);
    },
  };

  function hasCircle(document: WorkflowDocument): boolean {
    try {
      prepare(document, registry);
      return false;
    } catch {
      return true;
    }
  }
}
