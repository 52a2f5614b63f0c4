import { givenAt } from "#shared/engine/givenAt.ts";
import type { CompiledNode } from "#shared/engine/compile.ts";
import { text } from "#shared/language/text.ts";
import { cannotTell, type Given, type Json, type LookUp } from "#shared/nodes/define.ts";
import { type Failure, isRead, type Outcome, type ReadEffect, type RequestEffect } from "#shared/nodes/effect.ts";
import { backOff } from "../connections/backOff.ts";
import { failureOf } from "../connections/failureOf.ts";
import { type Attended, type Came, never, type Sent } from "./attended.ts";
import type { Performed } from "./performer.ts";
import { askedBy, intend, type Standing, settle, type Tried, tryAgain } from "./standing.ts";

/** So often it is sent; and as often again it is looked whether it has happened, before a person is asked. */
const mostAttempts = 8;

const gaveUp: Failure = {
  what: text("Intercom could not be reached.", "No se pudo contactar con Intercom."),
  todo: text("Run it again once Intercom answers.", "Vuelve a ejecutarlo cuando Intercom responda."),
};

const disconnected: Failure = {
  what: text(
    "The workspace this came from is no longer connected.",
    "El espacio de trabajo del que vino ya no está conectado.",
  ),
  todo: text("Connect it again under Connections.", "Vuelve a conectarlo en Conexiones."),
};

/** How to see whether an effect has happened; null where it is harmless to send it again. */
interface Look {
  lookUp: LookUp<Record<string, unknown>>;
  node: CompiledNode & { kind: "action" };
  given: Given<Record<string, unknown>>;
}

function lookFor(standing: Standing, ask: Sent): Look | null {
  const { node, token } = askedBy(standing, ask);
  if (ask.effect.type === "read" || isRead(ask.effect) || !token || node?.kind !== "action") return null;
  if (node.spec.onUncertain === "repeat") return null;
  return { lookUp: node.spec.onUncertain, node, given: givenAt(node, standing.state, token) };
}

/** What to do about an effect of the outside: call now, or not before an instant, or take a person's word for it. */
export function callFor(standing: Standing, ask: Sent): Attended {
  const { deps, entries } = standing;
  const entry = entries.get(ask.seq);
  if (!entry) return sending(standing, ask);
  if (entry.doubt === "parked") return { dueAt: never, asleep: true };
  const look = lookFor(standing, ask);
  if (entry.doubt === "happened" && look)
    return { outcome: { ok: true, at: deps.now(), answer: look.node.spec.simulate(look.given) } };
  if (entry.againAt > deps.now()) return { dueAt: entry.againAt, asleep: false };
  if (entry.sentAt === 0 || !look) return sending(standing, ask);
  const quietAt = entry.sentAt + deps.quietMs;
  if (quietAt > deps.now()) return { dueAt: quietAt, asleep: false };
  if (!takeLeave(standing)) return { leave: "asked" };
  return { call: { ask, does: "look", effect: look.lookUp.read(look.given) } };
}

/** Whether a call may leave now; before anything of it is written down. */
function takeLeave(standing: Standing): boolean {
  const { run, deps, mayLeave } = standing;
  standing.mayLeave = false;
  return mayLeave || (deps.admission?.mayLeave(run) ?? true);
}

function sending(standing: Standing, ask: Sent): Attended {
  const { run, deps } = standing;
  if (!takeLeave(standing)) return { leave: "asked" };
  const isFirst = !standing.entries.has(ask.seq);
  const refused = isFirst ? deps.ceiling?.(run, ask.effect, [...standing.entries.values()], deps.now()) : null;
  intend(standing, ask, !refused);
  if (refused) return { outcome: refused };
  if (ask.effect.type === "request") deps.onSend?.(run.start.event.appId, ask.effect);
  return { call: { ask, does: "send", effect: ask.effect } };
}

/** Keeps what came of a call: an outcome, or when to try again, or that nobody but a person can tell. */
export function take(standing: Standing, { call, performed }: Came): void {
  const { ask, does } = call;
  const judged = judge(performed, call.effect, standing.deps.now());
  if (does === "look") return takeLook(standing, ask, judged);
  const look = lookFor(standing, ask);
  const attempts = standing.entries.get(ask.seq)?.attempts ?? 1;
  if ("outcome" in judged) {
    if (judged.outcome.ok && look) made(standing, ask, look, judged.outcome.answer);
    return done(standing, ask, judged.outcome);
  }
  // Of the last attempt too it is to be known whether it got through.
  if (judged.counts && attempts >= mostAttempts && !(judged.reached && look))
    return settle(standing, ask.seq, failed(standing, gaveUp));
  tryAgain(standing, ask.seq, pauseAfter(standing, judged, attempts), judged);
}

function takeLook(standing: Standing, ask: Sent, judged: Judged): void {
  const { run, deps, entries } = standing;
  const entry = entries.get(ask.seq);
  const look = lookFor(standing, ask);
  if (!entry || !look) return;
  if (!("outcome" in judged)) {
    if (judged.counts && entry.attempts >= 2 * mostAttempts) return park(standing, ask);
    const tried = { reached: true, counts: judged.counts };
    return tryAgain(standing, ask.seq, pauseAfter(standing, judged, entry.attempts), tried);
  }
  // It may have happened, and we are not let look.
  if (!judged.outcome.ok) return park(standing, ask);
  const found = look.lookUp.find(judged.outcome.answer, look.given, entry.intendedAt, claimFor(standing, ask));
  if (found === cannotTell) return park(standing, ask);
  if (found !== null) return done(standing, ask, { ok: true, at: deps.now(), answer: found });
  if (entry.attempts >= mostAttempts) return settle(standing, ask.seq, failed(standing, gaveUp));
  entries.set(ask.seq, { ...entry, sentAt: 0 });
  deps.runs.log.markSent(run.id, ask.seq, 0);
}

function park({ run, deps, entries }: Standing, { seq }: Sent): void {
  const entry = entries.get(seq);
  deps.runs.log.park(run.id, seq);
  if (entry) entries.set(seq, { ...entry, doubt: "parked" });
}

function done(standing: Standing, { seq, effect }: Sent, outcome: Outcome): void {
  if (effect.type === "request" && outcome.ok) standing.deps.onSent?.(standing.run, effect, outcome.answer);
  settle(standing, seq, outcome);
}

const failed = ({ deps }: Standing, error: Failure): Outcome => ({ ok: false, at: deps.now(), error });

const pauseAfter = ({ deps }: Standing, { againAfterMs }: { againAfterMs: number | null }, attempts: number): number =>
  deps.now() + (againAfterMs ?? backOff(attempts, deps.chance?.() ?? 0));

/** Claims what the service made for this request, so that nobody else's look takes it for theirs. */
const made = (standing: Standing, ask: Sent, { lookUp, given }: Look, answer: Json): void =>
  lookUp.made?.(answer, given, standing.entries.get(ask.seq)?.intendedAt ?? 0, claimFor(standing, ask));

/** Whether a thing in the service is this effect's: true, and its own from now on, where no other has claimed it. */
const claimFor =
  ({ run, deps }: Standing, { seq, effect }: Sent) =>
  (id: string): boolean => {
    const { log } = deps.runs;
    const thing = `${run.start.event.appId} ${effect.type === "request" ? effect.path : ""}#${id}`;
    if (log.isAnothers(thing, run.id, seq)) return false;
    log.claim(thing, run.id, seq);
    return true;
  };

/** How a call ended; where not, whether the service may have acted, and how long it asked to be left alone. */
type Judged = { outcome: Outcome } | (Tried & { againAfterMs: number | null });

/** Only what the service surely did not do is simply tried again; what it may have done is looked for. */
function judge(performed: Performed, effect: RequestEffect | ReadEffect, at: number): Judged {
  if (performed.kind === "disconnected") return { outcome: { ok: false, at, error: disconnected } };
  if (performed.kind === "held") return { reached: false, counts: false, againAfterMs: 0 };
  if (performed.kind !== "answer") return { reached: performed.kind === "lost", counts: true, againAfterMs: null };
  const { status, body, retryAfterMs } = performed;
  if (status < 300) return { outcome: { ok: true, at, answer: body } };
  // Others may use up the limit for as long as they like: that says nothing about this effect.
  if (status === 429) return { reached: false, counts: false, againAfterMs: retryAfterMs };
  // Asked to come back later, the service has done nothing.
  if (status === 503 && retryAfterMs !== null) return { reached: false, counts: true, againAfterMs: retryAfterMs };
  if (status >= 500) return { reached: true, counts: true, againAfterMs: null };
  // What a read does not find is an answer: there is no such contact.
  if (status === 404 && (effect.type === "read" || effect.method === "GET"))
    return { outcome: { ok: true, at, answer: null } };
  return { outcome: { ok: false, at, error: failureOf(status, body) } };
}
