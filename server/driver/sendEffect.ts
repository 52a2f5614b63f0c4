import { givenAt } from "#shared/engine/givenAt.ts";
import type { Ask } from "#shared/engine/runState.ts";
import { text } from "#shared/language/text.ts";
import type { Outcome, ReadEffect, RequestEffect } from "#shared/nodes/effect.ts";
import { backOff } from "../connections/backOff.ts";
import { failureOf } from "../connections/failureOf.ts";
import type { JournalEntry } from "../store/runs.ts";
import type { RunDeps, Standing } from "./handleRun.ts";
import type { Performed } from "./performer.ts";

/**
 * What came of one effect: an outcome for the log, or a time to try again; `reached` where the service may have acted, `counts` where
 * that was one of its tries. `held`: nothing may leave now, and nothing was noted.
 */
export type Result = { outcome: Outcome } | { againAt: number; reached: boolean; counts: boolean } | "held";

type Sent = Ask & { effect: RequestEffect | ReadEffect };

const mostAttempts = 8;

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

/** Sends an effect, or sends it again; one that may have happened is looked for first. */
export async function sendEffect(at: Standing, ask: Sent, entry: JournalEntry | undefined): Promise<Result> {
  if (entry && entry.againAt > at.deps.now()) return { againAt: entry.againAt, reached: entry.sent, counts: true };
  return entry?.sent ? lookBefore(at, ask, entry) : send(at, ask, entry);
}

async function send({ run, deps }: Standing, ask: Sent, entry: JournalEntry | undefined): Promise<Result> {
  if (deps.admission && !(await deps.admission.admit(run))) return "held";
  if (entry) deps.runs.resend(run.id, ask.seq);
  else deps.runs.intend(run.id, ask.seq, ask.node, ask.effect, deps.now());
  if (ask.effect.type === "request") deps.onSend?.(run.start.event.appId, ask.effect);
  return judge(await deps.perform(ask.effect, run.start.event.appId), (entry?.attempts ?? 0) + 1, ask, deps);
}

/** An effect that may have happened, with its answer lost: sent again where that is harmless, else looked for first. */
async function lookBefore(at: Standing, ask: Sent, entry: JournalEntry): Promise<Result> {
  const { run, deps, compiled, state } = at;
  const node = compiled.nodes[compiled.indexOf.get(ask.node) ?? -1];
  const token = state.tokens.find(({ asking }) => asking?.seq === ask.seq);
  if (ask.effect.type === "read" || node?.kind !== "action" || node.spec.onUncertain === "repeat" || !token)
    return send(at, ask, entry);
  const quietAt = entry.intendedAt + deps.quietMs;
  if (quietAt > deps.now()) return { againAt: quietAt, reached: true, counts: true };
  if (deps.admission && !(await deps.admission.admit(run))) return "held";

  const given = givenAt(node, state, token);
  const looked = await deps.perform(node.spec.onUncertain.read(given), run.start.event.appId);
  const result = judge(looked, entry.attempts, ask, deps);
  if (result === "held") return result;
  // Looking is not a try of the effect itself.
  if ("againAt" in result) return { againAt: result.againAt, reached: true, counts: true };
  if (!result.outcome.ok) return result;
  const found = node.spec.onUncertain.find(result.outcome.answer, given, entry.intendedAt);
  if (found === null) return send(at, ask, entry);
  return { outcome: { ok: true, at: deps.now(), answer: found } };
}

/** Only what the service surely did not do is simply tried again; what it may have done is looked for. */
function judge(performed: Performed, attempts: number, ask: Sent, { now, chance }: RunDeps): Result {
  const at = now();
  if (performed.kind === "held") return { againAt: at, reached: false, counts: false };
  if (performed.kind === "disconnected") return { outcome: { ok: false, at, error: disconnected } };
  if (performed.kind === "answer" && performed.status < 300)
    return { outcome: { ok: true, at, answer: performed.body } };
  const refused = performed.kind === "answer" && performed.status < 500 && performed.status !== 429;
  // What a read does not find is an answer: there is no such contact.
  const reads = ask.effect.type === "read" || ask.effect.method === "GET";
  if (refused && reads && performed.status === 404) return { outcome: { ok: true, at, answer: null } };
  if (refused) return { outcome: { ok: false, at, error: failureOf(performed.status, performed.body) } };
  // Others may use up the limit for as long as they like: that says nothing about this effect.
  const counts = performed.kind !== "answer" || performed.status !== 429;
  if (counts && attempts >= mostAttempts) return { outcome: { ok: false, at, error: gaveUp } };
  const asked = performed.kind === "answer" ? performed.retryAfterMs : null;
  const reached = performed.kind === "lost" || (performed.kind === "answer" && performed.status >= 500);
  return { againAt: at + (asked ?? backOff(attempts, chance?.() ?? 0)), reached, counts };
}
