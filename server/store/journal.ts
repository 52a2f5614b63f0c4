import { Effect, Outcome } from "#shared/nodes/effect.ts";
import type { LogEntry } from "#shared/engine/step.ts";
import type { Database } from "./database.ts";

/** A log line with what only the driver needs. Instants are epoch milliseconds. */
export interface JournalEntry extends LogEntry {
  /** When it was last sent, while it may have reached the service without our knowing the answer; 0 while it surely has not. */
  sentAt: number;
  /** How often it was tried, in vain or not. */
  attempts: number;
  /** Not before then is it tried again. */
  againAt: number;
}

interface StoredEntry {
  seq: number;
  node: string;
  effect: string;
  intended_at: number;
  sent: number;
  attempts: number;
  again_at: number;
  outcome: string | null;
  settled: number | null;
  doubt: "parked" | "happened" | null;
}

const entryOf = (row: StoredEntry): JournalEntry => ({
  seq: row.seq,
  node: row.node,
  effect: Effect.parse(JSON.parse(row.effect)),
  intendedAt: row.intended_at,
  sentAt: row.sent,
  attempts: row.attempts,
  againAt: row.again_at,
  settled: row.settled,
  outcome: row.outcome === null ? null : Outcome.parse(JSON.parse(row.outcome)),
  doubt: row.doubt,
});

/** What runs intended and what came of it. Nothing here opens a transaction: who calls says what belongs together. */
export function journalStore(db: Database) {
  const entries = db.prepare<[string], StoredEntry>(
    `select seq, node, effect, intended_at, sent, attempts, again_at, outcome, settled, doubt
     from run_log where run = ? order by seq`,
  );
  const intend = db.prepare(
    `insert into run_log (run, seq, node, effect, intended_at, sent) values (:run, :seq, :node, :effect, :at, :sent)`,
  );
  const markSent = db.prepare("update run_log set sent = ?, doubt = null where run = ? and seq = ?");
  const again = db.prepare(
    `update run_log set again_at = :at, attempts = attempts + :counts, sent = case when :reached then sent else 0 end
     where run = :run and seq = :seq`,
  );
  const settle = db.prepare(
    `update run_log set outcome = :outcome, sent = 0, doubt = null,
       settled = 1 + (select coalesce(max(settled), 0) from run_log as other where other.run = :run)
     where run = :run and seq = :seq and outcome is null`,
  );
  const doubt = db.prepare("update run_log set doubt = ? where run = ? and seq = ? and outcome is null");
  const decide = db.prepare(
    `update run_log set doubt = :doubt, sent = case when :doubt is null then 0 else sent end, again_at = 0, attempts = 1
     where run = :run and seq = :seq and doubt = 'parked'`,
  );
  const countParked = db.prepare(
    "update runs set parked = (select count(*) from run_log where run = id and doubt = 'parked') where id = ?",
  );
  const isClaimed = db.prepare<[string], { run: string; seq: number }>(
    "select run, seq from run_claims where thing = ?",
  );
  const claim = db.prepare("insert or ignore into run_claims (thing, run, seq) values (?, ?, ?)");

  return {
    /** In order of `seq`. */
    of: (run: string): JournalEntry[] => entries.all(run).map(entryOf),
    /** Before an effect: what is about to be done. `sentAt`: from when on it may reach the service; 0 for what is not sent. */
    intend: (run: string, seq: number, node: string, effect: Effect, at: number, sentAt: number): void =>
      void intend.run({ run, seq, node, effect: JSON.stringify(effect), at, sent: sentAt }),
    /** When it was last sent, so that it may have reached the service; 0 where it surely has not. */
    markSent: (run: string, seq: number, at: number): void => void markSent.run(at, run, seq),
    /** The same effect is tried again, but not before `at`. `reached`: the service may have acted. `counts`: as one of its tries. */
    tryAgain: (run: string, seq: number, at: number, reached: boolean, counts: boolean): void =>
      void again.run({ run, seq, at, reached: reached ? 1 : 0, counts: counts ? 1 : 0 }),
    settle: (run: string, seq: number, outcome: Outcome): void =>
      void settle.run({ run, seq, outcome: JSON.stringify(outcome) }),
    /** Nobody but a person can tell whether it happened. */
    park(run: string, seq: number): void {
      doubt.run("parked", run, seq);
      countParked.run(run);
    },
    /** A person has told: it is taken as done, or sent. False where nothing was to be decided. */
    decide(run: string, seq: number, happened: boolean): boolean {
      const { changes } = decide.run({ run, seq, doubt: happened ? "happened" : null });
      countParked.run(run);
      return changes > 0;
    },
    /** Whether something in the service stands there because of another effect. */
    isAnothers(thing: string, run: string, seq: number): boolean {
      const by = isClaimed.get(thing);
      return by !== undefined && (by.run !== run || by.seq !== seq);
    },
    claim: (thing: string, run: string, seq: number): void => void claim.run(thing, run, seq),
  };
}

export type JournalStore = ReturnType<typeof journalStore>;
