import { CsvMapping } from "#shared/archive/csvMapping.ts";
import type { ImportSource } from "#shared/api/archive.ts";
import { Text } from "#shared/language/text.ts";
import { z } from "zod";
import type { Database } from "./database.ts";

const Trouble = z.object({ what: Text, todo: Text });
const Examples = z.array(
  z.object({ line: z.number().nullable(), conversation: z.string().nullable(), words: z.string() }),
);
export type ImportState = "running" | "waiting" | "stopped" | "failed" | "done";

/** One import as it is kept; times in epoch milliseconds. */
export interface ImportRow {
  id: number;
  source: ImportSource;
  name: string;
  app: string | null;
  state: ImportState;
  startedAt: number;
  endedAt: number | null;
  trouble: z.infer<typeof Trouble> | null;
  rangeFrom: number | null;
  rangeTo: number | null;
  mapping: CsvMapping | null;
  /** Where it goes on: JSON, understood by what imports. */
  cursor: unknown;
  done: number;
  total: number | null;
  read: number;
  added: number;
  renewed: number;
  same: number;
  leftOut: number;
  remarked: number;
  holds: number;
}

/** How far an import has got. Counts are what came since the last time. */
export interface Step {
  read: number;
  added: number;
  renewed: number;
  same: number;
  leftOut: number;
  remarked: number;
  done?: number;
  total?: number;
  cursor?: unknown;
}

/** One thing that was left out, or taken with a remark. */
export interface Omission {
  kind: "leftOut" | "remark";
  why: Text;
  line: number | null;
  conversation: string | null;
  words: string;
}

/** As many as are kept as examples of a reason. */
export const mostExamples = 10;

export interface Reason {
  kind: Omission["kind"];
  why: Text;
  count: number;
  examples: z.infer<typeof Examples>;
}

type Written = Omit<ImportRow, "trouble" | "mapping" | "cursor"> & {
  trouble: string | null;
  mapping: string | null;
  cursor: string | null;
};

/** The imports of the archive: how they stand, and what they left out. */
export function archiveImports(db: Database) {
  const columns = `
    i.id, i.source, i.name, i.app, i.state, i.started_at as startedAt, i.ended_at as endedAt, i.trouble, i.range_from as rangeFrom,
    i.range_to as rangeTo, i.mapping, i.cursor, i.done, i.total, i.read, i.added, i.renewed, i.same, i.left_out as leftOut,
    i.remarked, (select count(*) from conversations c where c.import = i.id) as holds`;
  const all = db.prepare<[], Written>(`select ${columns} from imports i order by i.id desc`);
  const one = db.prepare<[number], Written>(`select ${columns} from imports i where i.id = ?`);
  const add = db.prepare(`
    insert into imports (source, name, app, state, started_at, range_from, range_to, mapping, total)
    values (@source, @name, @app, 'running', @startedAt, @rangeFrom, @rangeTo, @mapping, @total)`);
  const turn = db.prepare<[string, number | null, string | null, number]>(
    "update imports set state = ?, ended_at = ?, trouble = ? where id = ?",
  );
  const step = db.prepare(`
    update imports set read = read + @read, added = added + @added, renewed = renewed + @renewed, same = same + @same,
      left_out = left_out + @leftOut, remarked = remarked + @remarked, done = coalesce(@done, done),
      total = coalesce(@total, total), cursor = coalesce(@cursor, cursor) where id = @id`);
  const held = db.prepare<[number, string, string], { count: number; examples: string }>(
    "select count, examples from left_out where import = ? and kind = ? and why = ?",
  );
  const note = db.prepare<[number, string, string, number, string]>(
    "insert or replace into left_out (import, kind, why, count, examples) values (?, ?, ?, ?, ?)",
  );
  const noted = db.prepare<[number], { kind: Omission["kind"]; why: string; count: number; examples: string }>(
    "select kind, why, count, examples from left_out where import = ? order by kind, count desc",
  );
  const drops = ["delete from left_out where import = ?", "delete from imports where id = ?"].map((sql) =>
    db.prepare<[number]>(sql),
  );
  const quoting = db.prepare<[string], { import: number; kind: string; why: string; examples: string }>(
    "select import, kind, why, examples from left_out where instr(examples, ?) > 0",
  );
  const unquote = db.prepare<[string, number, string, string]>(
    "update left_out set examples = ? where import = ? and kind = ? and why = ?",
  );

  const read = ({ trouble, mapping, cursor, ...row }: Written): ImportRow => ({
    ...row,
    trouble: trouble === null ? null : Trouble.parse(JSON.parse(trouble)),
    mapping: mapping === null ? null : CsvMapping.parse(JSON.parse(mapping)),
    cursor: cursor === null ? null : JSON.parse(cursor),
  });

  return {
    all: (): ImportRow[] => all.all().map(read),
    get(id: number): ImportRow | null {
      const row = one.get(id);
      return row ? read(row) : null;
    },
    begin(
      given: Pick<ImportRow, "source" | "name" | "app" | "startedAt" | "rangeFrom" | "rangeTo" | "mapping" | "total">,
    ): number {
      const mapping = given.mapping === null ? null : JSON.stringify(given.mapping);
      return Number(add.run({ ...given, mapping }).lastInsertRowid);
    },
    turn: (id: number, state: ImportState, endedAt: number | null, trouble: ImportRow["trouble"] = null): void =>
      void turn.run(state, endedAt, trouble === null ? null : JSON.stringify(trouble), id),
    step: (id: number, { cursor, done, total, ...counts }: Step): void =>
      void step.run({
        ...counts,
        id,
        done: done ?? null,
        total: total ?? null,
        cursor: cursor === undefined ? null : JSON.stringify(cursor),
      }),
    /** Adds to what was left out by its reason; of each the first few stay as examples. */
    note(id: number, reasons: readonly Reason[]): void {
      for (const { kind, why, count, examples } of reasons) {
        const words = JSON.stringify(why);
        const before = held.get(id, kind, words);
        const all = [...(before ? Examples.parse(JSON.parse(before.examples)) : []), ...examples].slice(
          0,
          mostExamples,
        );
        note.run(id, kind, words, (before?.count ?? 0) + count, JSON.stringify(all));
      }
    },
    leftOut: (id: number): Reason[] =>
      noted.all(id).map(({ kind, why, count, examples }) => ({
        kind,
        count,
        why: Text.parse(JSON.parse(why)),
        examples: Examples.parse(JSON.parse(examples)),
      })),
    /** Takes the words of a conversation, or of whoever goes by these words, out of the examples. */
    forget(words: string): void {
      for (const { import: id, kind, why, examples } of quoting.all(words)) {
        const kept = Examples.parse(JSON.parse(examples)).filter((example) => !JSON.stringify(example).includes(words));
        unquote.run(JSON.stringify(kept), id, kind, why);
      }
    },
    remove(id: number): void {
      for (const each of drops) each.run(id);
    },
  };
}

export type ArchiveImports = ReturnType<typeof archiveImports>;
