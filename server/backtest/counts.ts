import type { BacktestCounts, Doubt } from "#shared/api/backtests.ts";
import type { Past } from "#shared/archive/past.ts";
import type { Text } from "#shared/language/text.ts";
import type { Course } from "./course.ts";
import type { Simulation } from "./simulation.ts";

/** How many conversations went through each course. */
export function byCourse({ courses }: Pick<Simulation, "courses">): Map<Course, number> {
  const counts = new Map<Course, number>();
  for (const course of courses) counts.set(course, (counts.get(course) ?? 0) + 1);
  return counts;
}

/** Adds up by a key; keeps what was counted first with it. */
class Tally<T extends object> {
  readonly entries = new Map<string, T & { count: number }>();
  add(key: string, what: T, count: number): void {
    const entry = this.entries.get(key);
    if (entry) entry.count += count;
    else this.entries.set(key, { ...what, count });
  }
  all = () => [...this.entries.values()];
}

type Span = Pick<BacktestCounts, "from" | "to">;
const spans = new WeakMap<readonly Past[], Span>();

/** When the first and the last of them began. Looked up once for a list, which stays as it is. */
export function spanOf(pasts: readonly Past[]): Span {
  let span = spans.get(pasts);
  if (!span) spans.set(pasts, (span = spanIn(pasts)));
  return span;
}

function spanIn(pasts: readonly Past[]): Span {
  let [from, to] = [Infinity, -Infinity];
  for (const { base } of pasts) {
    if (base.createdAt === null) continue;
    from = Math.min(from, base.createdAt);
    to = Math.max(to, base.createdAt);
  }
  return from > to ? { from: null, to: null } : { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}

/** The numbers of the canvas. Conversations that went alike are counted together, so this costs nothing beside the simulation. */
export function countsOf(simulation: Simulation): Omit<BacktestCounts, "from" | "to" | "tookMs"> {
  const nodes = new Tally<{ node: string }>();
  const exits = new Tally<{ node: string; outlet: string }>();
  const missing = new Tally<{ node: string; ref: string }>();
  const doubts = new Tally<{ doubt: Doubt }>();
  const notEntered = new Tally<{ why: Text | null }>();
  let entered = 0;
  let doubtful = 0;
  let failed = 0;
  for (const [course, count] of byCourse(simulation)) {
    if (course.runs === 0) notEntered.add(course.why?.en ?? "", { why: course.why }, count);
    else entered += count;
    if (course.doubts.size > 0) doubtful += count;
    if (course.failed) failed += count;
    for (const node of course.nodes) nodes.add(node, { node }, count);
    for (const exit of course.exits) exits.add(`${exit.node} ${exit.outlet}`, exit, count);
    for (const each of course.missing) missing.add(`${each.node} ${each.ref}`, each, count);
    for (const doubt of course.doubts) doubts.add(doubt, { doubt }, count);
  }
  return {
    total: simulation.courses.length,
    entered,
    nodes: nodes.all(),
    exits: exits.all(),
    missing: missing.all(),
    doubts: doubts.all(),
    doubtful,
    failed,
    notEntered: notEntered.all().toSorted((a, b) => b.count - a.count),
    decided: simulation.decided,
  };
}
