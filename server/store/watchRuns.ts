import type { Database } from "./database.ts";

/** Told of what becomes of runs, from inside the transaction that keeps it. What these throw would break that off. */
export interface RunWatcher {
  onStarted(): void;
  /** `outcome`: done, failed or stopped. */
  onEnded(outcome: string): void;
  /** An effect of this kind ("request", "delay" …) has its outcome. */
  onStep(kind: string, ok: boolean): void;
  /** A run asks for its first effect, so long after it was started. */
  onFirstStep(waitedMs: number): void;
}

/**
 * Watches the tables themselves, so that whatever starts, carries on or ends a run is counted, and nobody has to think of it. What is
 * rolled back has been counted: for figures that is near enough.
 */
export function watchRuns(db: Database, { onStarted, onEnded, onStep, onFirstStep }: RunWatcher): void {
  db.function("run_started", () => {
    onStarted();
    return null;
  });
  db.function("run_ended", (status) => {
    onEnded(String(status));
    return null;
  });
  db.function("step_settled", (kind, ok) => {
    onStep(String(kind), ok === 1);
    return null;
  });
  db.function("first_step", (waitedMs) => {
    onFirstStep(Number(waitedMs));
    return null;
  });
  db.exec(`
    create temp trigger watch_started after insert on runs begin select run_started(); end;
    create temp trigger watch_ended after update of status on runs when old.status = 'going' and new.status <> 'going'
      begin select run_ended(new.status); end;
    create temp trigger watch_settled after update of outcome on run_log when old.outcome is null and new.outcome is not null
      begin select step_settled(new.effect ->> '$.type', new.outcome ->> '$.ok'); end;
    create temp trigger watch_settled_at_once after insert on run_log when new.outcome is not null
      begin select step_settled(new.effect ->> '$.type', new.outcome ->> '$.ok'); end;
    create temp trigger watch_first_step after insert on run_log when new.seq = 0
      begin select first_step(new.intended_at - (select started_at from runs where id = new.run)); end;`);
}
