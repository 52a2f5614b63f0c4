import type { Ask } from "#shared/engine/runState.ts";
import type { Outcome, OwnEffect } from "#shared/nodes/effect.ts";
import { counterStore } from "./counters.ts";
import type { Database } from "./database.ts";
import { doToRows } from "./rowEffects.ts";
import type { RunRow, RunStore } from "./runs.ts";
import { refusalWords } from "./tableRefusal.ts";
import { tableStore } from "./tables.ts";
import { turnStore } from "./turns.ts";

export type OwnAsk = Ask & { effect: OwnEffect };

/**
 * Does a run's effect in our own database and keeps its outcome, in one commit: a crash leaves both or neither, so nothing
 * is counted, written or given twice.
 */
export function settleOwn(db: Database, runs: RunStore) {
  const turns = turnStore(db);
  const counters = counterStore(db);
  const tables = tableStore(db);

  function outcomeOf(effect: OwnEffect, { id, start }: RunRow, at: number): Outcome {
    switch (effect.type) {
      case "turn":
        return { ok: true, at, answer: turns.take(effect, id, at) };
      case "count":
        return { ok: true, at, answer: counters.count(start.event.appId, effect) };
      case "row": {
        const done = doToRows(tables, effect);
        return done.outcome === "done"
          ? { ok: true, at, answer: done.value }
          : { ok: false, at, error: refusalWords(done) };
      }
    }
  }

  return db.transaction((run: RunRow, { seq, node, effect }: OwnAsk, intended: boolean, at: number): void => {
    if (!intended) runs.intend(run.id, seq, node, effect, at);
    runs.settle(run.id, seq, outcomeOf(effect, run, at));
  }).immediate;
}
