import { type Subject } from "#shared/events/event.ts";
import { record } from "#shared/events/raw.ts";
import { byHandTopic } from "#shared/events/topics.ts";
import { text, type Text } from "#shared/language/text.ts";
import { isRead, type Outcome, type ReadEffect, type RequestEffect } from "#shared/nodes/effect.ts";
import { automaticActionStore } from "../store/automaticActions.ts";
import type { Database } from "../store/database.ts";
import { limitStore } from "../store/limits.ts";
import { pauseStore } from "../store/pauses.ts";
import type { JournalEntry } from "../store/journal.ts";
import type { RunRow, RunStore } from "../store/runs.ts";
import { callMark } from "./callWorkflow.ts";

/**
 * Asked in the commit of what a run is about to send, which it counts; where it may not be sent, the outcome that says why.
 * `journal` is what the run has asked for so far.
 */
export type Ceiling = (
  run: RunRow,
  effect: RequestEffect | ReadEffect,
  journal: readonly JournalEntry[],
  at: number,
) => Outcome | null;

const places: Record<Subject["kind"], Text> = {
  conversation: text("in this conversation", "en esta conversación"),
  contact: text("with this customer", "con este cliente"),
  company: text("with this company", "con esta empresa"),
  ticket: text("on this ticket", "en este ticket"),
  teammate: text("with this teammate", "con este compañero"),
  other: text("here", "aquí"),
};

const reached = (most: number, kind: Subject["kind"]) => ({
  what: text(
    `${most === 1 ? "1 automatic action" : `${most} automatic actions`} in 10 minutes ${places[kind].en}: stopped before the next.`,
    `${most === 1 ? "1 acción automática" : `${most} acciones automáticas`} en 10 minutos ${places[kind].es}: se detuvo antes de la siguiente.`,
  ),
  todo: text(
    "See what answers whom here. If that much is meant to happen, raise the limit under Settings.",
    "Mira qué responde a qué aquí. Si está bien que pase tanto, sube el límite en Ajustes.",
  ),
  ends: true,
});

/** Waits that something which happened has ended: what follows them is set off by that. */
const wokenBy = (journal: readonly JournalEntry[]): number =>
  journal.filter(
    ({ effect, outcome }) => effect.type === "wait" && outcome?.ok === true && record(outcome.answer)["event"] != null,
  ).length;

/**
 * The ceiling of a cell: what one event sets off is finished, however many steps it has; the next sets something off only while
 * fewer actions than the limit were done in the cell within ten minutes. What people run by hand does not count.
 * @param onPaused told of a workflow that the ceiling has stopped in several cells, and which is paused for that.
 */
export function createCeiling(db: Database, runs: RunStore, onPaused: (workflow: string) => void): Ceiling {
  const actions = automaticActionStore(db);
  const limits = limitStore(db);
  const pauses = pauseStore(db);

  /** The run that an event started, for one that another run called. */
  function first(run: RunRow): RunRow {
    const mark = run.id.indexOf(callMark);
    return (mark < 0 ? null : runs.get(run.id.slice(0, mark))) ?? run;
  }

  return (run, effect, journal, at) => {
    const { event } = first(run).start;
    const counts = effect.type === "request" && !isRead(effect) && event.topic !== byHandTopic;
    const cause = `${event.id}#${wokenBy(journal)}`;
    const most = limits.get().actions;
    if (counts && actions.byOthers(run.cell, cause, at) >= most) {
      if (pauses.stoppedIn(run.workflow, run.cell, at)) onPaused(run.workflow);
      return { ok: false, at, error: reached(most, run.start.event.subject?.kind ?? "other") };
    }
    if (counts) actions.note(run.cell, cause, at);
    return null;
  };
}
