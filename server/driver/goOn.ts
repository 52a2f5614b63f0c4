import type { Ask } from "#shared/engine/runState.ts";
import { waitEnd } from "#shared/engine/turn.ts";
import { isOwn, type WaitEffect } from "#shared/nodes/effect.ts";
import type { RunStatus, RunStore } from "../store/runs.ts";
import { callMark, callWorkflow } from "./callWorkflow.ts";
import { type Attended, type Call, type Came, never } from "./attended.ts";
import { callFor, take } from "./sendEffect.ts";
import { askedBy, intend, settle, type Standing } from "./standing.ts";

/** What is to be done once the commit is on the disk. */
export type Next =
  | { does: "leave"; status: RunStatus }
  | { does: "ask leave" }
  | { does: "go on" }
  | { does: "call"; call: Call };

/** Effects of our own that are settled in one commit; others get their turn after it. */
const mostInOneCommit = 100;

/**
 * Everything between two calls to the outside, to be called inside one commit: keeps how the last call ended, and takes the run on to
 * the next, or to its end, or to where it rests.
 */
export function goOn(standing: Standing, came: Came | null, goesOn: boolean): Next {
  const { run, deps } = standing;
  if (came) take(standing, came);
  for (let settled = 0; ; settled += 1) {
    // A person may have stopped it while an effect was under way: its outcome is kept, and nothing more is asked for.
    const status = deps.runs.statusOf(run.id) ?? "stopped";
    if (!goesOn || status !== "going") return { does: "leave", status };
    if (standing.asks.length === 0) return end(standing);
    if (settled === mostInOneCommit) return { does: "go on" };
    const next = attendAll(standing);
    if (next) return next;
  }
}

/** Null where something was settled, so that the run now asks for something else. */
function attendAll(standing: Standing): Next | null {
  let dueAt = never;
  let asleep = true;
  for (const ask of standing.asks) {
    const attended = attend(standing, ask);
    if ("call" in attended) return { does: "call", call: attended.call };
    if ("leave" in attended) return { does: "ask leave" };
    if ("outcome" in attended) {
      settle(standing, ask.seq, attended.outcome);
      return null;
    }
    dueAt = Math.min(dueAt, attended.dueAt);
    asleep &&= attended.asleep;
  }
  standing.deps.runs.rest(standing.run.id, dueAt, asleep);
  return { does: "leave", status: "going" };
}

function end({ run, deps, state }: Standing): Next {
  const status = state.status === "failed" ? "failed" : "done";
  if (status === "failed") deps.onFailed?.(run, state);
  deps.runs.end(run.id, status, deps.now(), state.failure?.what ?? null);
  wakeCaller(run.id, deps.runs, deps.now());
  return { does: "leave", status };
}

/** A run that another one called tells it that it has ended. */
export function wakeCaller(id: string, runs: RunStore, at: number): void {
  const mark = id.lastIndexOf(callMark);
  if (mark >= 0) runs.wake(id.slice(0, mark), at);
}

function attend(standing: Standing, ask: Ask): Attended {
  const { run, deps } = standing;
  const { seq, node, effect } = ask;
  if (isOwn(effect)) {
    intend(standing, ask, false);
    return { outcome: deps.doOwn(effect, run, deps.now()) };
  }
  switch (effect.type) {
    case "delay":
      intend(standing, ask, false);
      if (effect.until > deps.now()) return { dueAt: effect.until, asleep: true };
      return { outcome: { ok: true, at: deps.now(), answer: null } };
    case "wait":
      return listen(standing, { seq, node, effect });
    case "call": {
      const outcome = callWorkflow(standing, { seq, node, effect });
      return outcome ? { outcome } : { dueAt: never, asleep: true };
    }
    case "read":
    case "request":
      return callFor(standing, { seq, node, effect });
  }
}

/** Looks at what has come since; what came between the run's last effect and the moment it listens counts as well. */
function listen(standing: Standing, ask: Ask & { effect: WaitEffect }): Attended {
  const { run, deps, entries, state } = standing;
  const { seq, effect } = ask;
  if (!entries.has(seq)) {
    const since = [...entries.values()].findLast(({ outcome }) => outcome)?.intendedAt ?? run.start.startedAt;
    const missed = deps.heardSince(run.start.event, effect.topics, since);
    intend(standing, ask, false);
    deps.runs.listen(run, seq, effect.topics, missed);
  }
  const { node, token } = askedBy(standing, ask);
  if (!token) return { dueAt: never, asleep: true };
  const ended = (answer: ReturnType<typeof waitEnd>): Attended => {
    deps.runs.unlisten(run.id, seq);
    return { outcome: { ok: true, at: deps.now(), answer } };
  };
  for (const { row, event } of deps.runs.mail(run.id, seq)) {
    const answer = waitEnd(node, state, token, event);
    if (answer !== null) return ended(answer);
    deps.runs.discard(row);
  }
  if (effect.until === null || effect.until > deps.now()) return { dueAt: effect.until ?? never, asleep: true };
  return ended(waitEnd(node, state, token, null));
}
