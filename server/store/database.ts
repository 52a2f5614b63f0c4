import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";

export type Database = Sqlite.Database;

const folder = join(import.meta.dirname, "migrations");

/**
 * Opens the one file everything is kept in, and brings it up to date. A commit is on the disk when it returns
 * (`synchronous = FULL`). Give ":memory:" for a database that goes with the process.
 * @throws Error naming the file, when it is damaged or was written by a newer version of this program.
 */
export function openDatabase(path: string): Database {
  const db = new Sqlite(path);
  try {
    // Only a database that is made now takes this; in an older one freed pages are used again, but not given back.
    db.pragma("auto_vacuum = INCREMENTAL");
    db.pragma("journal_mode = WAL");
    db.pragma("synchronous = FULL");
    db.pragma("foreign_keys = ON");
    db.pragma("busy_timeout = 5000");
    const health = db.pragma("quick_check(1)", { simple: true });
    if (health !== "ok") throw new Error(String(health));
    migrate(db);
    return db;
  } catch (cause) {
    db.close();
    throw new Error(`The database ${path} cannot be used: keep the file as it is and restore a backup beside it.`, {
      cause,
    });
  }
}

/** Runs the numbered files that have not run yet, forwards only, each in a transaction of its own with its number. */
function migrate(db: Database): void {
  const files = readdirSync(folder)
    .filter((name) => /^\d{3}-.*\.sql$/.test(name))
    .toSorted();
  const done = Number(db.pragma("user_version", { simple: true }));
  if (done > files.length)
    throw new Error(`it was written by a newer version (${done} migrations, ${files.length} known)`);
  for (const [index, name] of files.entries()) {
    if (index < done) continue;
    const sql = readFileSync(join(folder, name), "utf8");
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`user_version = ${index + 1}`);
    })();
  }
}
