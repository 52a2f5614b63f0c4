import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Sqlite from "better-sqlite3";
import { newestBackup } from "./backups.ts";

export type Database = Sqlite.Database;

/** Older ones may damage a database whose log is reset while it is written. Source: SQLite, release notes of 3.51.3. */
const oldestSqlite = "3.51.3";

const migrations = join(import.meta.dirname, "migrations");
const archiveMigrations = join(import.meta.dirname, "archiveMigrations");

/**
 * Opens the one file everything is kept in, and brings it up to date. A commit is on the disk when it returns
 * (`synchronous = FULL`). Give ":memory:" for a database that goes with the process.
 * @throws Error naming the file, when it is damaged or was written by a newer version of this program.
 */
export function openDatabase(path: string): Database {
  const db = new Sqlite(path);
  try {
    refuseOldSqlite(db);
    // Only a database that is made now takes this; in an older one freed pages are used again, but not given back.
    db.pragma("auto_vacuum = INCREMENTAL");
    db.pragma("journal_mode = WAL");
    db.pragma("synchronous = FULL");
    db.pragma("foreign_keys = ON");
    db.pragma("busy_timeout = 5000");
    const health = db.pragma("quick_check(1)", { simple: true });
    if (health !== "ok") throw new Error(String(health));
    migrate(db, migrations);
    return db;
  } catch (cause) {
    db.close();
    const backup = newestBackup(dirname(path));
    const todo = backup ? `The newest backup is ${backup}: npm run restore -- ${backup}` : "There is no backup of it.";
    throw new Error(`The database ${path} cannot be used; it is left as it is. ${todo}`, { cause });
  }
}

/**
 * Opens the file that past conversations are kept in. Losing its last moment costs nothing: an import goes on where it had got to, so
 * nothing waits for the disk (`synchronous = NORMAL`). `readonly` for those who only look.
 */
export function openArchive(path: string, readonly = false): Database {
  const db = new Sqlite(path, { readonly });
  db.pragma("busy_timeout = 5000");
  if (readonly) return db;
  // What is in it is large, and written in large commits: larger pages, and a longer log before it is written back.
  db.pragma("page_size = 16384");
  db.pragma("auto_vacuum = INCREMENTAL");
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = NORMAL");
  db.pragma("wal_autocheckpoint = 4096");
  // What is deleted is overwritten.
  db.pragma("secure_delete = ON");
  migrate(db, archiveMigrations);
  return db;
}

function refuseOldSqlite(db: Database): void {
  const used = String(db.prepare("select sqlite_version()").pluck().get());
  if (used.localeCompare(oldestSqlite, "en", { numeric: true }) < 0)
    throw new Error(`SQLite ${used} is too old: ${oldestSqlite} or newer is needed.`);
}

/** Runs the numbered files that have not run yet, forwards only, each in a transaction of its own with its number. */
function migrate(db: Database, folder: string): void {
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
