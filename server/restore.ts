import { copyFileSync, existsSync, mkdirSync, renameSync } from "node:fs";
import { join, resolve } from "node:path";
import { readEnvironment } from "./environment.ts";
import { checkWhole } from "./store/backups.ts";
import { openDatabase } from "./store/database.ts";
import { holdFolder, reviewMode } from "./store/holder.ts";

/**
 * Puts a backup back: `npm run restore -- FILE`. What it replaces is kept beside it. The server then starts in review mode, since
 * what happened after the backup was made is no longer known here.
 */
function restore(backup: string): string {
  const folder = resolve(readEnvironment(process.env).DATA_DIR);
  if (!existsSync(backup)) throw new Error(`There is no file ${backup}.`);
  checkWhole(backup);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const hold = holdFolder(folder);
  try {
    const aside = join(folder, `replaced-${new Date().toISOString().replaceAll(/[:.]/g, "-")}`);
    mkdirSync(aside, { mode: 0o700 });
    const file = join(folder, "switchboard.sqlite");
    const fresh = `${file}.fresh`;
    copyFileSync(backup, fresh);
    for (const end of ["", "-wal", "-shm"])
      if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, join(aside, `switchboard.sqlite${end}`));
    renameSync(fresh, file);
    const db = openDatabase(file);
    reviewMode(db).begin();
    db.close();
    return aside;
  } finally {
    hold.release();
  }
}

const [backup] = process.argv.slice(2);
try {
  if (backup === undefined) throw new Error("Say which backup: npm run restore -- data/backups/switchboard-….sqlite");
  const aside = restore(resolve(backup));
  process.stdout.write(
    `Restored. What it replaced is in ${aside}.\nStart the server: it sends nothing until you let it.\n`,
  );
} catch (error) {
  process.stderr.write(`Nothing was restored. ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
