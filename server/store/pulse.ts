import type { Database } from "./database.ts";

/** Whether the database takes writes now: tried with one that changes nothing else, and is synced like any other. */
export function pulse(db: Database): (at: number) => boolean {
  const beat = db.prepare("update holder set pulse_at = ?");
  return (at) => {
    try {
      return beat.run(at).changes === 1;
    } catch {
      return false;
    }
  };
}
