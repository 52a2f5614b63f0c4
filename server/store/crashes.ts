import type { Database } from "./database.ts";

/** How often the process died while it handled something, by its name. Instants are epoch milliseconds. */
export function crashStore(db: Database) {
  const blame = db.prepare<{ what: string; at: number }, { times: number }>(
    `insert into crashes (what, times, at) values (:what, 1, :at)
     on conflict (what) do update set times = times + 1, at = :at returning times`,
  );
  const often = db.prepare<[number], { what: string }>("select what from crashes where times >= ?");
  const last = db.prepare<[], { at: number | null }>("select max(at) as at from crashes");
  const forget = db.prepare("delete from crashes where at < ? and times < ?");
  return {
    /** Notes one more time; gives how many there were. */
    blame: (what: string, at: number): number => blame.get({ what, at })?.times ?? 0,
    /** What it died of at least so often. */
    often: (times: number): string[] => often.all(times).map(({ what }) => what),
    last: (): number | null => last.get()?.at ?? null,
    /** What happened before an instant, and fewer times. */
    forget: (before: number, times: number): void => void forget.run(before, times),
  };
}

export type CrashStore = ReturnType<typeof crashStore>;
