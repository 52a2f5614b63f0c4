import { restore } from "#shared/engine/advance.ts";
import type { CompiledWorkflow } from "#shared/engine/compile.ts";
import type { Ask, RunState } from "#shared/engine/runState.ts";
import { answersIn } from "#shared/engine/trace.ts";
import { waitEnd } from "#shared/engine/turn.ts";
import type { Event } from "#shared/events/event.ts";
import type { RequestEffect, WaitEffect } from "#shared/nodes/effect.ts";
import type { OwnAsk } from "../store/ownEffects.ts";
import type { JournalEntry, RunRow, RunStore } from "../store/runs.ts";
import { callMark, callWorkflow } from "./callWorkflow.ts";
import type { Perform } from "./performer.ts";
import { type Result, sendEffect } from "./sendEffect.ts";

export interface RunDeps {
  runs: RunStore;
  perform: Perform;
  compiled(version: string): CompiledWorkflow;
  now(): number;
  /** What came about the run's subject on these topics from an instant on (epoch milliseconds), oldest first. */
  heardSince(event: Event, topics: readonly string[], since: number): Event[];
  /** The newest published version of a workflow; null where there is none. */
  newestVersion(workflow: string): string | null;
  /** Does what concerns our own database alone and keeps the outcome, in one commit. `intended`: the log has it already. */
  settleOwn(run: RunRow, ask: OwnAsk, intended: boolean, at: number): void;
  /** Told before a request is sent, so that its echo is known when it comes back. */
  onSend?(appId: string, effect: RequestEffect): void;
  /** Told before a failed run is ended; may be told again after a crash. */
  onFailed?(run: RunRow, state: RunState): void;
  /** Does the run's next thing, up to where it first waits, so that it is known whom to blame if the process dies of it. */
  duringRun?<T>(run: string, act: () => T): T;
  /** Told whenever a run has gone on, waits or has ended. */
  onChange?(run: RunRow): void;
  /** How long after an intent the service may still be at work on it, milliseconds. */
  quietMs: number;
}

/** A run as its log leaves it. */
export interface Standing {
  run: RunRow;
  deps: RunDeps;
  compiled: CompiledWorkflow;
  journal: readonly JournalEntry[];
  state: RunState;
}

/** Without an end of its time a run sleeps until it is woken; SQLite compares it like any other instant. */
const never = Number.MAX_SAFE_INTEGER;

/** What came of one effect: it was settled; or nothing can be done before then, and whether that holds up the cell. */
type Attended = "settled" | { dueAt: number; asleep: boolean };

/**
 * Takes one run as far as it gets: from effect to effect, each intended on disk before it is done and settled on disk
 * before the next; until it ends, sleeps, or has to try again later. Can be broken off anywhere and called again.
 */
export async function handleRun(run: RunRow, deps: RunDeps): Promise<void> {
  // A person may stop it while an effect is under way: its outcome is kept, and nothing more is asked for.
  while (deps.runs.isGoing(run.id)) {
    const rests = await (deps.duringRun?.(run.id, () => goOn(run, deps)) ?? goOn(run, deps));
    deps.onChange?.(run);
    if (rests) return;
  }
}

/** The next effect of a run; true where the run then rests: it has ended, sleeps, or tries again later. */
async function goOn(run: RunRow, deps: RunDeps): Promise<boolean> {
  const compiled = deps.compiled(run.version);
  const journal = deps.runs.journal(run.id);
  const { state, asks } = restore(compiled, run.start, answersIn(journal));
  if (asks.length === 0) {
    if (state.status === "failed") deps.onFailed?.(run, state);
    deps.runs.end(run.id, state.status === "failed" ? "failed" : "done", deps.now(), state.failure?.what ?? null);
    wakeCaller(run.id, deps);
    return true;
  }
  const standing: Standing = { run, deps, compiled, journal, state };
  let dueAt = never;
  let asleep = true;
  for (const ask of asks) {
    const attended = await attend(standing, ask);
    if (attended === "settled") return false;
    dueAt = Math.min(dueAt, attended.dueAt);
    asleep &&= attended.asleep;
  }
  deps.runs.rest(run.id, dueAt, asleep);
  return true;
}

/** A run that another one called tells it that it has ended. */
export function wakeCaller(id: string, { runs, now }: Pick<RunDeps, "runs" | "now">): void {
  const mark = id.lastIndexOf(callMark);
  if (mark >= 0) runs.wake(id.slice(0, mark), now());
}

async function attend(standing: Standing, ask: Ask): Promise<Attended> {
  const { run, deps, journal } = standing;
  const { seq, node, effect } = ask;
  const entry = journal.find((candidate) => candidate.seq === seq);
  switch (effect.type) {
    case "delay":
      if (!entry) deps.runs.intend(run.id, seq, node, effect, deps.now());
      if (effect.until > deps.now()) return { dueAt: effect.until, asleep: true };
      deps.runs.settle(run.id, seq, { ok: true, at: deps.now(), answer: null });
      return "settled";
    case "wait":
      return listen(standing, { seq, node, effect }, entry);
    case "call": {
      const outcome = callWorkflow(standing, { seq, node, effect }, entry);
      if (!outcome) return { dueAt: never, asleep: true };
      deps.runs.settle(run.id, seq, outcome);
      return "settled";
    }
    case "turn":
    case "row":
    case "count":
      deps.settleOwn(run, { seq, node, effect }, entry !== undefined, deps.now());
      return "settled";
    case "read":
    case "request":
      return keep(standing, seq, await sendEffect(standing, { seq, node, effect }, entry));
  }
}

function keep({ run, deps }: Standing, seq: number, result: Result): Attended {
  if ("outcome" in result) {
    deps.runs.settle(run.id, seq, result.outcome);
    return "settled";
  }
  deps.runs.tryAgain(run.id, seq, result.againAt, result.reached);
  return { dueAt: result.againAt, asleep: false };
}

/** Looks at what has come since; what came between the run's last effect and the moment it listens counts as well. */
function listen(standing: Standing, ask: Ask & { effect: WaitEffect }, entry: JournalEntry | undefined): Attended {
  const { run, deps, compiled, state, journal } = standing;
  const { seq, effect } = ask;
  if (!entry) {
    const since = journal.findLast(({ outcome }) => outcome)?.intendedAt ?? run.start.startedAt;
    const missed = deps.heardSince(run.start.event, effect.topics, since);
    deps.runs.listen(run, ask, deps.now(), missed);
  }
  const node = compiled.nodes[compiled.indexOf.get(ask.node) ?? -1];
  const token = state.tokens.find(({ asking }) => asking?.seq === seq);
  if (!token) return { dueAt: never, asleep: true };
  for (const { row, event } of deps.runs.mail(run.id, seq)) {
    const answer = waitEnd(node, state, token, event);
    if (answer !== null) {
      deps.runs.settle(run.id, seq, { ok: true, at: deps.now(), answer });
      return "settled";
    }
    deps.runs.discard(row);
  }
  if (effect.until === null || effect.until > deps.now()) return { dueAt: effect.until ?? never, asleep: true };
  deps.runs.settle(run.id, seq, { ok: true, at: deps.now(), answer: waitEnd(node, state, token, null) });
  return "settled";
}
