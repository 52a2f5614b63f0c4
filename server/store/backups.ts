import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import type { Database } from "./database.ts";

const hourMs = 3_600_000;
/** A server that has just started has better things to do. */
const firstMs = 60_000;
const hourly = 24;
const daily = 30;
/** Pages copied between two turns of the event loop: some milliseconds. */
const pagesAtOnce = 200;

const folderOf = (data: string): string => join(data, "backups");
/** Written so that their names sort by time: switchboard-2026-07-25T10-00-00-000Z.sqlite. */
const nameOf = (at: number): string => `switchboard-${new Date(at).toISOString().replaceAll(/[:.]/g, "-")}.sqlite`;
const dayOf = (name: string): string => name.slice("switchboard-".length, "switchboard-2026-07-25".length);

/** Oldest first. */
const backupsIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /^switchboard-[\dTZ-]+\.sqlite$/.test(name))
        .toSorted()
    : [];

/** The newest backup of a data folder, as a path; each was whole when it was made. Null where there is none. */
export function newestBackup(data: string): string | null {
  const newest = backupsIn(folderOf(data)).at(-1);
  return newest === undefined ? null : join(folderOf(data), newest);
}

/** The last 24, and the last of each of the 30 days before. */
export function surplus(names: readonly string[]): string[] {
  const kept = new Set(names.slice(-hourly));
  const lastOfDay = new Map(names.map((name) => [dayOf(name), name]));
  for (const name of [...lastOfDay.values()].slice(-daily)) kept.add(name);
  return names.filter((name) => !kept.has(name));
}

/** @throws Error where a file is no whole database. */
export function checkWhole(file: string): void {
  const copy = new Sqlite(file, { readonly: true, fileMustExist: true });
  try {
    const health = copy.pragma("integrity_check(1)", { simple: true });
    if (health !== "ok") throw new Error(`${file} is damaged: ${String(health)}`);
  } finally {
    copy.close();
  }
}

export interface BackupDeps {
  db: Database;
  /** The data folder. */
  data: string;
  now(): number;
  onTrouble(error: unknown): void;
}

/** Copies the database once an hour while it is in use, checks each copy, and keeps 24 by the hour and 30 by the day. */
export function createBackups({ db, data, now, onTrouble }: BackupDeps) {
  const folder = folderOf(data);
  let first: NodeJS.Timeout | null = null;
  let timer: NodeJS.Timeout | null = null;
  let working: Promise<void> | null = null;
  let failed = false;

  async function make(): Promise<void> {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = join(folder, nameOf(now()));
    const part = `${file}.part`;
    try {
      await db.backup(part, { progress: () => pagesAtOnce });
      checkWhole(part);
      renameSync(part, file);
    } finally {
      for (const left of [part, `${part}-wal`, `${part}-shm`]) rmSync(left, { force: true });
    }
    for (const name of surplus(backupsIn(folder))) rmSync(join(folder, name));
  }

  function run(): Promise<void> {
    working ??= make()
      .then(() => {
        failed = false;
      })
      .catch((error: unknown) => {
        failed = true;
        onTrouble(error);
      })
      .finally(() => {
        working = null;
      });
    return working;
  }

  return {
    /** Once an hour from the last one on, whichever server made it. */
    start(): void {
      const newest = newestBackup(data);
      const due = (newest === null ? 0 : statSync(newest).mtimeMs) + hourMs;
      first = setTimeout(() => void run(), Math.max(firstMs, due - now()));
      timer = setInterval(() => void run(), hourMs);
      for (const each of [first, timer]) each.unref();
    },
    /** When the newest was made (epoch milliseconds), how many are kept, and whether the latest attempt came to nothing. */
    state(): { last: number | null; kept: number; failed: boolean } {
      const newest = newestBackup(data);
      return { last: newest === null ? null : statSync(newest).mtimeMs, kept: backupsIn(folder).length, failed };
    },
    /** Makes one now. */
    run,
    async stop(): Promise<void> {
      if (first) clearTimeout(first);
      if (timer) clearInterval(timer);
      await working;
    },
  };
}

export type Backups = ReturnType<typeof createBackups>;
