import { join } from "node:path";
import Sqlite from "better-sqlite3";
import type { Database } from "./database.ts";

const overtaken = "another server has taken over this data folder";
/** What a server does only while it is the one: events it takes in, runs it starts, effects it intends, outcomes it keeps. */
const guarded = [
  "insert on events",
  "insert on runs",
  "update on runs",
  "insert on run_log",
  "update on run_log",
] as const;

/**
 * Holds a data folder for as long as this process lives: the operating system lets go of it when the process ends, however it ends.
 * @throws Error in words where another server holds it.
 */
export function holdFolder(folder: string): { release(): void } {
  const lock = new Sqlite(join(folder, "holder.lock"));
  try {
    lock.pragma("busy_timeout = 1000");
    lock.exec("begin exclusive");
  } catch (cause) {
    lock.close();
    throw new Error(
      `Another Switchboard uses the folder ${folder}. End it first, or set DATA_DIR to a folder of its own.`,
      {
        cause,
      },
    );
  }
  return { release: () => void lock.close() };
}

/**
 * Takes the database over: from now on whoever held it before fails at its next write, even where the lock did not keep the two
 * apart (the lock's file was removed, or stands on a network disk).
 */
export function takeOver(db: Database): void {
  const taken = db
    .prepare<[], { generation: number }>("update holder set generation = generation + 1 returning generation")
    .get();
  for (const [index, when] of guarded.entries())
    db.exec(
      `create temp trigger fence_${index} before ${when}
       when (select generation from main.holder) <> ${taken?.generation ?? 0}
       begin select raise(abort, '${overtaken}'); end`,
    );
}

/** Whether a write failed because another server has taken over: this one has to end. */
export const isOvertaken = (error: unknown): boolean => error instanceof Error && error.message === overtaken;

/** Whether effects wait for a person, since a backup was put back. */
export function reviewMode(db: Database) {
  const get = db.prepare<[], { review: number }>("select review from holder");
  const set = db.prepare("update holder set review = ?");
  return {
    isOn: (): boolean => get.get()?.review === 1,
    begin: (): void => void set.run(1),
    end: (): void => void set.run(0),
  };
}

export type ReviewMode = ReturnType<typeof reviewMode>;
