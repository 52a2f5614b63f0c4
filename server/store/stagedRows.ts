import type { Database } from "./database.ts";

/** Rows of a table that are messages, gathered by conversation wherever they stand, outside of memory and of the archive. */
export function stagedRows(db: Database) {
  db.exec(
    "create temp table if not exists staged (number text not null, line integer not null, fields text not null, primary key (number, line)) without rowid",
  );
  const add = db.prepare<[string, number, string]>(
    "insert or replace into staged (number, line, fields) values (?, ?, ?)",
  );
  const clear = db.prepare("delete from staged");
  const next = db.prepare<[string], { number: string; line: number }>(
    "select number, min(line) as line from staged where number > ? group by number order by number limit 1",
  );
  const rows = db.prepare<[string], string>("select fields from staged where number = ? order by line").pluck();
  return {
    add: (number: string, line: number, fields: string): void => void add.run(number, line, fields),
    clear: (): void => void clear.run(),
    /** By number, but for the first `skip`. */
    *conversations(skip: number): Generator<{ number: string; line: number; rows: string[][] }> {
      let place = 0;
      for (let found = next.get(""); found; found = next.get(found.number)) {
        place += 1;
        if (place > skip)
          yield { ...found, rows: rows.all(found.number).map((fields) => JSON.parse(fields) as string[]) };
      }
    },
  };
}

export type StagedRows = ReturnType<typeof stagedRows>;
