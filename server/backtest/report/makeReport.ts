import { Aspect, Band, type Report, type Resolved, Resolved as ResolvedWords } from "#shared/api/simulations.ts";
import type { Past } from "#shared/archive/past.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { countsOf } from "../counts.ts";
import { simulate, type SimulationDeps } from "../simulation.ts";
import { bandOf } from "./bandOf.ts";
import { type Frozen, type FrozenCases, isResolved, type Outcome } from "./frozenCases.ts";
import { hourOfWeek } from "./hourOfWeek.ts";
import { loadOf } from "./loadOf.ts";
import { matrixOf, nameChoices } from "./matrixOf.ts";
import { monthlyOf, weeksOf } from "./monthly.ts";
import { namesOf } from "./namesOf.ts";
import { newNoted, type Noted, noteRun, noticedKinds } from "./noteRun.ts";
import { outOfTime, splitOf } from "./outOfTime.ts";
import { peakOf } from "./peakOf.ts";
import type { Compared } from "./verdicts.ts";

const beganAt = ({ base }: Past): number => base.createdAt ?? 0;

/** Adds up in how many conversations something was. */
function tally<K>(all: Iterable<K>): Map<K, number> {
  const counts = new Map<K, number>();
  for (const key of all) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** What turning a drawing on would have done to these conversations, and each of them as it came out. Null where it was stopped. */
export function makeReport(
  document: WorkflowDocument,
  deps: Omit<SimulationDeps, "each">,
  timeZone: string,
): { report: Report; cases: FrozenCases } | null {
  const { registry, pasts } = deps;
  const kinds = noticedKinds(registry);
  const noted = new Map<Past, Noted>();
  const simulation = simulate(
    document,
    {
      ...deps,
      each(past, replay, { place }, doubts) {
        let one = noted.get(past);
        if (!one) noted.set(past, (one = newNoted()));
        noteRun(one, past, { ...replay, doubts: new Set([...replay.doubts, ...doubts]) }, place, kinds);
      },
    },
    null,
  );
  if (!simulation) return null;

  const whole = [...noted.values()].flatMap(({ verdicts }) => [...verdicts.values()]);
  const named = nameChoices(whole);
  const hourAt = hourOfWeek(timeZone);
  const peak = peakOf([...noted.values()].map(({ minutes }) => minutes));
  const times = pasts.map(beganAt);
  const splitAt = splitOf(times);

  const outcomes = new Map<string, { place: number; outcome: Outcome }>();
  const frozen: Frozen[] = pasts.map((past, index) => {
    const course = simulation.courses[index];
    const note = noted.get(past) ?? newNoted();
    const verdicts = [...note.verdicts.values()].map(named);
    const outcome: Outcome = {
      entered: (course?.runs ?? 0) > 0,
      why: course?.why ?? null,
      nodes: [...(course?.nodes ?? [])],
      exits: [...(course?.exits ?? [])],
      acts: [...note.acts.values()].map(({ node, type }) => ({ node, type })),
      verdicts: verdicts.map(({ node, aspect, verdict, row, column }) => ({ node, aspect, verdict, row, column })),
      band: bandOf({ acts: note.acts.size > 0, unsure: note.unsure, verdicts }),
      doubts: [...(course?.doubts ?? [])],
      failed: course?.failed ?? false,
      resolved: note.resolved,
      firstReply: note.firstReply?.how ?? null,
    };
    const key = JSON.stringify(outcome);
    let kept = outcomes.get(key);
    if (!kept) outcomes.set(key, (kept = { place: outcomes.size, outcome }));
    return {
      id: past.id,
      outcome: kept.place,
      at: beganAt(past),
      savedMs: note.firstReply?.how === "saved" ? note.firstReply.ms : null,
      hour: note.actedAt === null ? null : hourAt(note.actedAt),
      given: note.given.map(({ team, at }) => [team, hourAt(at)] as const),
      peak: peak !== null && note.minutes.includes(peak.minute),
    };
  });
  const came = [...outcomes.values()].map(({ outcome }) => outcome);
  const of = (one: Frozen): Outcome | undefined => came[one.outcome];

  const weeks = weeksOf(times);
  /** The conversations that came out in one way: how many, and what that makes a month. */
  const foretold = (is: (outcome: Outcome) => boolean) => {
    const some = frozen.flatMap((one) => {
      const outcome = of(one);
      return outcome && is(outcome) ? [one.at] : [];
    });
    return { count: some.length, monthly: monthlyOf(weeks.counts(some)) };
  };
  const counts = countsOf(simulation);
  const saved = frozen.flatMap(({ savedMs }) => (savedMs === null ? [] : [savedMs]));
  const replies = tally([...noted.values()].map(({ firstReply }) => firstReply?.how ?? null));
  const compared = whole.map(named);
  const [from, to] = bounds(times);
  const report: Report = {
    total: counts.total,
    from: times.length > 0 ? new Date(from).toISOString() : null,
    to: times.length > 0 ? new Date(to).toISOString() : null,
    entered: counts.entered,
    notEntered: counts.notEntered,
    doubts: counts.doubts,
    failed: counts.failed,
    nodes: counts.nodes,
    exits: counts.exits,
    acts: actsByKind([...noted.values()]),
    agreement: agreementOf(compared),
    matrices: Aspect.options.map((aspect) => matrixOf(aspect, compared)).filter(({ rows }) => rows.length > 0),
    names: namesOf(pasts, compared),
    firstReply: {
      saved: saved.length,
      medianMs: medianOf(saved),
      meanMs: saved.length > 0 ? saved.reduce((sum, ms) => sum + ms, 0) / saved.length : null,
      never: replies.get("never") ?? 0,
      unknown: replies.get("unknown") ?? 0,
    },
    forecast: {
      weeks: weeks.count,
      bands: Band.options.map((band) => ({ band, ...foretold((outcome) => outcome.band === band) })),
    },
    outOfTime: outOfTime(
      pasts.map((past) => {
        const note = noted.get(past);
        const known = [...(note?.verdicts.values() ?? [])].filter(({ verdict }) => verdict !== "unknown");
        const same = known.filter(({ verdict }) => verdict === "same").length;
        return { at: beganAt(past), acts: (note?.acts.size ?? 0) > 0, known: known.length, same };
      }),
    ),
    resolved: ResolvedWords.options.map((resolved: Resolved) => ({
      resolved,
      ...foretold((outcome) => isResolved(outcome, resolved)),
    })),
    load: loadOf(frozen),
    timeZone,
    calls: {
      total: [...noted.values()].reduce((sum, { minutes }) => sum + minutes.length, 0),
      peak: peak?.calls ?? 0,
      peakAt: peak && new Date(peak.minute * 60_000).toISOString(),
      perMinute: callsPerMinute,
    },
  };
  return { report, cases: { outcomes: came, cases: frozen, splitAt } };
}

/** What an app may call in a minute. Source: Intercom developer documentation, "Rate limiting". */
const callsPerMinute = 10_000;

/** The first and the last: an archive may hold more than a call takes arguments. */
function bounds(times: readonly number[]): [number, number] {
  let [from, to] = [Infinity, -Infinity];
  for (const at of times) {
    from = Math.min(from, at);
    to = Math.max(to, at);
  }
  return [from, to];
}

function actsByKind(all: readonly Noted[]): Report["acts"] {
  const kinds = new Map<string, { count: number; times: number }>();
  for (const { acts } of all) {
    const own = new Map<string, number>();
    for (const { type, times } of acts.values()) own.set(type, (own.get(type) ?? 0) + times);
    for (const [type, times] of own) {
      const kind = kinds.get(type) ?? { count: 0, times: 0 };
      kinds.set(type, { count: kind.count + 1, times: kind.times + times });
    }
  }
  return [...kinds].map(([type, kind]) => ({ type, ...kind })).toSorted((a, b) => b.count - a.count);
}

function agreementOf(compared: readonly Compared[]): Report["agreement"] {
  const lines = new Map<string, Report["agreement"][number]>();
  for (const { node, aspect, verdict } of compared) {
    const key = `${node} ${aspect}`;
    let line = lines.get(key);
    if (!line) lines.set(key, (line = { node, aspect, same: 0, otherwise: 0, nobody: 0, unknown: 0 }));
    line[verdict] += 1;
  }
  return [...lines.values()];
}
