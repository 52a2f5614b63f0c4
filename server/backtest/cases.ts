import type { BacktestCase, BacktestRun, Where } from "#shared/api/backtests.ts";
import type { Past } from "#shared/archive/past.ts";
import type { Evidence } from "#shared/conditions/evidence.ts";
import { trace } from "#shared/engine/trace.ts";
import type { Observe } from "#shared/engine/turn.ts";
import { shorten } from "#shared/language/text.ts";
import { type Course, newMark } from "./course.ts";
import { type Firsts, goThrough } from "./goThrough.ts";
import type { Prepared } from "./prepare.ts";
import type { ReplayOptions } from "./replay.ts";
import type { Simulation } from "./simulation.ts";

const excerptLength = 200;
const iso = (at: number): string => new Date(at).toISOString();

/** Whether a course is one of those that are meant. */
export function isMeant(course: Course, where: Where): boolean {
  switch (where.kind) {
    case "entered":
      return course.runs > 0;
    case "notEntered":
      return course.runs === 0;
    case "node":
      return course.nodes.has(where.node);
    case "exit":
      return course.exits.some(({ node, outlet }) => node === where.node && outlet === where.outlet);
    case "missing":
      return course.missing.some(({ node, ref }) => node === where.node && ref === where.ref);
    case "doubt":
      return course.doubts.has(where.doubt);
  }
}

/** By what people know a conversation again. */
export const briefOf = ({ base, contact }: Past): Pick<BacktestCase, "contactName" | "title" | "excerpt"> => ({
  contactName: contact?.name || contact?.email || "",
  title: base.title,
  excerpt: shorten(base.firstMessage, excerptLength),
});

/** One conversation of a simulation as a list shows it. */
export function caseOf(past: Past, course: Pick<Course, "doubts" | "why">, because: readonly Evidence[]): BacktestCase {
  return {
    id: past.id,
    ...briefOf(past),
    createdAt: iso(past.base.createdAt ?? 0),
    doubts: [...course.doubts],
    because: [...because],
    why: course.why,
  };
}

export interface Window {
  skip: number;
  limit: number;
}

/** The conversations behind a number, newest first; what the rules of the step saw is worked out for those that are listed. */
export function casesOf(
  simulation: Simulation,
  pasts: readonly Past[],
  where: Where,
  { skip, limit }: Window,
  options: Pick<ReplayOptions, "horizon" | "callee">,
): { total: number; cases: BacktestCase[] } {
  const verdicts = new Map<Course, boolean>();
  const isOf = (course: Course): boolean => {
    let verdict = verdicts.get(course);
    if (verdict === undefined) verdicts.set(course, (verdict = isMeant(course, where)));
    return verdict;
  };
  const meant = pasts.flatMap((past, index) => {
    const course = simulation.courses[index];
    return course && isOf(course) ? [{ past, course }] : [];
  });
  const listed = meant
    .toSorted((a, b) => (b.past.base.createdAt ?? 0) - (a.past.base.createdAt ?? 0))
    .slice(skip, skip + limit);
  const cases = listed.map(({ past, course }) => {
    const because = "node" in where ? seenAt(simulation, past, where.node, options) : [];
    return caseOf(past, course, because);
  });
  return { total: meant.length, cases };
}

/** The steps that lead to a step, by whatever way; itself too. */
function leadingTo(node: string, { document }: Prepared): ReadonlySet<string> {
  const leading = new Set([node]);
  for (const each of leading) for (const { from, to } of document.edges) if (to === each) leading.add(from);
  return leading;
}

/** What the rules of a step saw; where it has none, what the last rules on the way to it saw. */
function seenAt(
  { prepared, firsts }: Simulation,
  past: Past,
  node: string,
  options: Pick<ReplayOptions, "horizon" | "callee">,
): Evidence[] {
  const leading = leadingTo(node, prepared);
  let last: Evidence[] = [];
  let seen: Evidence[] | null = null;
  const observe: Observe = (left, _outlet, _now, step) => {
    if (seen || !leading.has(left)) return;
    const { because } = step();
    const found = because();
    if (found.length > 0) last = found;
    if (left === node) seen = last;
  };
  goThrough(prepared, past, newMark(), firsts, { ...options, observe });
  return seen ?? [];
}

/** Every run a drawing would have made in one conversation, as traces. */
export function runsIn(
  prepared: Prepared,
  past: Past,
  firsts: Firsts,
  options: Pick<ReplayOptions, "horizon" | "callee">,
): { course: Course; runs: BacktestRun[] } {
  const runs: BacktestRun[] = [];
  const course = goThrough(prepared, past, newMark(), firsts, { ...options, logged: true }, (replayed) => {
    const { start, status, doubts, log } = replayed;
    runs.push({
      trigger: start.trigger,
      startedAt: iso(start.startedAt),
      status,
      doubts: [...doubts],
      steps: trace(prepared.compiled, start, log),
    });
  });
  return { course, runs };
}
