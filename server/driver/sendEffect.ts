import { givenAt } from "#shared/engine/givenAt.ts";
import type { Ask } from "#shared/engine/runState.ts";
import { text } from "#shared/language/text.ts";
import type { Outcome, ReadEffect, RequestEffect } from "#shared/nodes/effect.ts";
import { failureOf } from "../connections/failureOf.ts";
import type { JournalEntry } from "../store/runs.ts";
import type { Standing } from "./handleRun.ts";
import type { Performed } from "./performer.ts";

/** What came of one effect: an outcome for the log, or a time to try again; `reached` where the service may have acted. */
export type Result = { outcome: Outcome } | { againAt: number; reached: boolean };

type Sent = Ask & { effect: RequestEffect | ReadEffect };

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

/** Sends an effect, or sends it again; one that may have happened is looked for first. */
export async function sendEffect(at: Standing, ask: Sent, entry: JournalEntry | undefined): Promise<Result> {
  if (entry && entry.againAt > at.deps.now()) return { againAt: entry.againAt, reached: entry.sent };
  return entry?.sent ? lookBefore(at, ask, entry) : send(at, ask, entry);
}

async function send({ run, deps, journal }: Standing, ask: Sent, entry: JournalEntry | undefined): Promise<Result> {
  if (entry) deps.runs.resend(run.id, ask.seq);
  else if (deps.intendSend) {
    const refused = deps.intendSend(run, ask, journal, deps.now());
    if (refused) return { outcome: refused };
  } else deps.runs.intend(run.id, ask.seq, ask.node, ask.effect, deps.now());
  if (ask.effect.type === "request") deps.onSend?.(run.start.event.appId, ask.effect);
  return judge(await deps.perform(ask.effect, run.start.event.appId), (entry?.attempts ?? 0) + 1, ask, deps.now());
}

/** An effect that may have happened, with its answer lost: sent again where that is harmless, else looked for first. */
async function lookBefore(at: Standing, ask: Sent, entry: JournalEntry): Promise<Result> {
  const { run, deps, compiled, state } = at;
  const node = compiled.nodes[compiled.indexOf.get(ask.node) ?? -1];
  const token = state.tokens.find(({ asking }) => asking?.seq === ask.seq);
  if (ask.effect.type === "read" || node?.kind !== "action" || node.spec.onUncertain === "repeat" || !token)
    return send(at, ask, entry);
  const quietAt = entry.intendedAt + deps.quietMs;
  if (quietAt > deps.now()) return { againAt: quietAt, reached: true };

  const given = givenAt(node, state, token);
  const looked = await deps.perform(node.spec.onUncertain.read(given), run.start.event.appId);
  const result = judge(looked, entry.attempts, ask, deps.now());
  if ("againAt" in result) return { againAt: result.againAt, reached: true };
  if (!result.outcome.ok) return result;
  const found = node.spec.onUncertain.find(result.outcome.answer, given, entry.intendedAt);
  if (found === null) return send(at, ask, entry);
  return { outcome: { ok: true, at: deps.now(), answer: found } };
}

/** Only what the service surely did not do is simply tried again; what it may have done is looked for. */
function judge(performed: Performed, attempts: number, ask: Sent, at: number): Result {
  if (performed.kind === "disconnected") return { outcome: { ok: false, at, error: disconnected } };
  if (performed.kind === "answer" && performed.status < 300)
    return { outcome: { ok: true, at, answer: performed.body } };
  const refused = performed.kind === "answer" && performed.status < 500 && performed.status !== 429;
  // What a read does not find is an answer: there is no such contact.
  const reads = ask.effect.type === "read" || ask.effect.method === "GET";
  if (refused && reads && performed.status === 404) return { outcome: { ok: true, at, answer: null } };
  if (refused) return { outcome: { ok: false, at, error: failureOf(performed.status, performed.body) } };
  if (attempts >= mostAttempts) return { outcome: { ok: false, at, error: gaveUp } };
  const asked = performed.kind === "answer" ? performed.retryAfterMs : null;
  const reached = performed.kind === "lost" || (performed.kind === "answer" && performed.status >= 500);
  return { againAt: at + (asked ?? backOff(attempts)), reached };
}
