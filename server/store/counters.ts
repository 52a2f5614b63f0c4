import type { CountEffect } from "#shared/nodes/effect.ts";
import { fold } from "#shared/language/text.ts";
import type { Database } from "./database.ts";

/** Numbers beyond this are no longer exact. */
const most = Number.MAX_SAFE_INTEGER;

/** Counters of a workspace, by a name of the builder's own and for whom. */
export function counterStore(db: Database) {
  const kept = db.prepare<[string, string, string], { period: string; count: number }>(
    "select period, count from counters where app_id = ? and name = ? and whose = ?",
  );
  const keep = db.prepare(
    "insert or replace into counters (app_id, name, whose, period, count) values (?, ?, ?, ?, ?)",
  );
  return {
    /**
     * Adds, or sets back, and gives the new number. In a later period than the one kept it begins at zero; a run that was
     * planned in an earlier one counts into the one kept. Call it inside the transaction that keeps the outcome.
     */
    count(appId: string, { name: given, whose, add, period }: CountEffect): number {
      const name = fold(given).trim();
      const before = kept.get(appId, name, whose);
      const goesOn = before !== undefined && period <= before.period;
      const from = goesOn && add !== null ? before.count : 0;
      const to = Math.max(-most, Math.min(most, from + (add ?? 0)));
      keep.run(appId, name, whose, goesOn ? before.period : period, to);
      return to;
    },
  };
}
