import type { Outcome, OwnEffect } from "#shared/nodes/effect.ts";
import { counterStore } from "./counters.ts";
import type { Database } from "./database.ts";
import { doToRows } from "./rowEffects.ts";
import type { RunRow } from "./runs.ts";
import { refusalWords } from "./tableRefusal.ts";
import { tableStore } from "./tables.ts";
import { turnStore } from "./turns.ts";

/**
 * Does a run's effect in our own database. To be called inside the commit that keeps its outcome: a crash leaves both or neither,
 * so nothing is counted, written or given twice.
 */
export function ownEffects(db: Database): (effect: OwnEffect, run: RunRow, at: number) => Outcome {
  const turns = turnStore(db);
  const counters = counterStore(db);
  const tables = tableStore(db);

  return (effect, { id, start }, at) => {
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
  };
}
