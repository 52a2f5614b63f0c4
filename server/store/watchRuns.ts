import type { Database } from "./database.ts";

/** Told of what becomes of runs, from inside the transaction that keeps it. What these throw would break that off. */
export interface RunWatcher {
  onStarted(): void;
  /** `outcome`: done, failed or stopped. */
  onEnded(outcome: string): void;
}

/**
 * Watches the tables themselves, so that whatever starts or ends a run is counted, and nobody has to think of it. What is
 * rolled back has been counted: for figures that is near enough.
 */
export function watchRuns(db: Database, { onStarted, onEnded }: RunWatcher): void {
  db.function("run_started", () => {
    onStarted();
    return null;
  });
  db.function("run_ended", (status) => {
    onEnded(String(status));
    return null;
  });
  db.exec(`
    create temp trigger watch_started after insert on runs begin select run_started(); end;
    create temp trigger watch_ended after update of status on runs when old.status = 'going' and new.status <> 'going'
      begin select run_ended(new.status); end;`);
}
