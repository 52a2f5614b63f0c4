import { type Ask, restore } from "#shared/engine/advance.ts";
import type { CompiledWorkflow } from "#shared/engine/compile.ts";
import { givenAt } from "#shared/engine/givenAt.ts";
import { text } from "#shared/language/text.ts";
import type { Outcome } from "#shared/nodes/effect.ts";
import { failureOf } from "../connections/failureOf.ts";
import type { JournalEntry, RunRow, RunStore } from "../store/runs.ts";
import type { Perform, Performed } from "./performer.ts";

export interface RunDeps {
  runs: RunStore;
  perform: Perform;
  compiled(version: string): CompiledWorkflow;
  now(): number;
  /** Told whenever a run has gone on, waits or has ended. */
  onChange?(run: RunRow): void;
  /** How long after an intent the service may still be at work on it, milliseconds. */
  quietMs: number;
}

const mostAttempts = 8;
const backOff = (attempts: number): number => Math.min(60_000, 500 * 2 ** attempts);

const gaveUp = {
  what: text("Intercom could not be reached.", "No se pudo contactar con Intercom."),
  todo: text("Run it again once Intercom answers.", "Vuelve a ejecutarlo cuando Intercom responda."),
};

const disconnected = {
  what: text(
    "The workspace this came from is no longer connected.",
    "El espacio de trabajo del que vino ya no está conectado.",
  ),
  todo: text("Connect it again under Connections.", "Vuelve a conectarlo en Conexiones."),
};

/** What came of one effect: an outcome for the log, or a time to try again; `reached` where the service may have acted. */
type Result = { outcome: Outcome } | { againAt: number; reached: boolean };

/**
 * Takes one run as far as it gets: from effect to effect, each intended on disk before it is done and settled on disk
 * before the next; until it ends, sleeps, or has to try again later. Can be broken off anywhere and called again.
 */
export async function handleRun(run: RunRow, deps: RunDeps): Promise<void> {
  const { runs } = deps;
  // A person may stop it while an effect is under way: its outcome is kept, and nothing more is asked for.
  while (runs.isGoing(run.id)) {
    const rests = await step(run, deps);
    deps.onChange?.(run);
    if (rests) return;
  }
}

/** One effect of a run; true where the run then rests: it has ended, sleeps, or tries again later. */
async function step(run: RunRow, deps: RunDeps): Promise<boolean> {
  const { runs, now } = deps;
  const compiled = deps.compiled(run.version);
  const journal = runs.journal(run.id);
  const outcomes = journal.flatMap(({ outcome }) => outcome ?? []);
  const { state, ask } = restore(compiled, run.start, outcomes);
  if (!ask) {
    runs.end(run.id, state.status === "failed" ? "failed" : "done", now(), state.failure?.what ?? null);
    return true;
  }

  const entry = journal.find(({ seq }) => seq === ask.seq);
  if (ask.effect.type === "delay") {
    if (!entry) runs.intend(run.id, ask.seq, ask.node, ask.effect, now());
    if (ask.effect.until > now()) {
      runs.sleep(run.id, ask.effect.until);
      return true;
    }
    runs.settle(run.id, ask.seq, { ok: true, at: now(), answer: null });
    return false;
  }
  const result = entry?.sent ? await lookBefore(run, ask, entry, deps) : await send(run, ask, entry, deps);
  if ("againAt" in result) {
    runs.postpone(run.id, ask.seq, result.againAt, result.reached);
    return true;
  }
  runs.settle(run.id, ask.seq, result.outcome);
  return false;
}

async function send(run: RunRow, ask: Ask, entry: JournalEntry | undefined, deps: RunDeps): Promise<Result> {
  if (ask.effect.type === "delay") throw new Error("a delay is not sent");
  if (entry) deps.runs.resend(run.id, ask.seq);
  else deps.runs.intend(run.id, ask.seq, ask.node, ask.effect, deps.now());
  return judge(await deps.perform(ask.effect, run.start.event.appId), (entry?.attempts ?? 0) + 1, ask, deps);
}

/** An effect that may have happened, with its answer lost: sent again where that is harmless, else looked for first. */
async function lookBefore(run: RunRow, ask: Ask, entry: JournalEntry, deps: RunDeps): Promise<Result> {
  const { effect } = ask;
  const compiled = deps.compiled(run.version);
  const node = compiled.nodes[compiled.indexOf.get(ask.node) ?? -1];
  if (effect.type === "read" || node?.kind !== "action" || node.spec.onUncertain === "repeat")
    return send(run, ask, entry, deps);
  const quietAt = entry.intendedAt + deps.quietMs;
  if (quietAt > deps.now()) return { againAt: quietAt, reached: true };

  const outcomes = deps.runs.journal(run.id).flatMap(({ outcome }) => outcome ?? []);
  const { state } = restore(compiled, run.start, outcomes);
  const given = givenAt(node, state);
  const looked = await deps.perform(node.spec.onUncertain.read(given), run.start.event.appId);
  const result = judge(looked, entry.attempts, ask, deps);
  if ("againAt" in result) return { againAt: result.againAt, reached: true };
  if (!result.outcome.ok) return result;
  const found = node.spec.onUncertain.find(result.outcome.answer, given, entry.intendedAt);
  if (found === null) return send(run, ask, entry, deps);
  return { outcome: { ok: true, at: deps.now(), answer: found } };
}

/** Only what the service surely did not do is simply tried again; what it may have done is looked for. */
function judge(performed: Performed, attempts: number, ask: Ask, { now }: RunDeps): Result {
  const at = now();
  if (performed.kind === "disconnected") return { outcome: { ok: false, at, error: disconnected } };
  if (performed.kind === "answer" && performed.status < 300)
    return { outcome: { ok: true, at, answer: performed.body } };
  const refused = performed.kind === "answer" && performed.status < 500 && performed.status !== 429;
  // What a read does not find is an answer: there is no such contact.
  if (refused && ask.effect.type === "read" && performed.status === 404)
    return { outcome: { ok: true, at, answer: null } };
  if (refused) return { outcome: { ok: false, at, error: failureOf(performed.status, performed.body) } };
  if (attempts >= mostAttempts) return { outcome: { ok: false, at, error: gaveUp } };
  const asked = performed.kind === "answer" ? performed.retryAfterMs : null;
  const reached = performed.kind === "lost" || (performed.kind === "answer" && performed.status >= 500);
  return { againAt: at + (asked ?? backOff(attempts)), reached };
}
