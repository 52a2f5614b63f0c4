import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { noNames } from "#shared/archive/conversationOfRows.ts";
import type { CsvMapping } from "#shared/archive/csvMapping.ts";
import { importFile } from "#server/archive/importFile.ts";
import { createLot } from "#server/archive/lot.ts";
import { createTakers, type TakersDeps } from "#server/archive/takers.ts";
import { archiveStore } from "#server/store/archive.ts";
import { archiveImports } from "#server/store/archiveImports.ts";
import { openArchive, type Database } from "#server/store/database.ts";
import { stagedRows } from "#server/store/stagedRows.ts";
import { madeConversation } from "./madeConversation.ts";

/** What is dated later is a mistake. */
const now = Date.UTC(2026, 10, 1);
const timeout = 120_000;

let folder: string;
let open: Database[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "switchboard-takers-"));
});
afterEach(() => {
  for (const db of open) db.close();
  open = [];
  rmSync(folder, { recursive: true, force: true });
});

/** Lines of a file in which some are damaged, some stand twice and some come again with another title. */
function linesOf(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const one = madeConversation(index + 1);
    const line = JSON.stringify(one);
    if (index % 61 === 7) return [line, line.slice(0, 300)];
    if (index % 97 === 8) return [line, line];
    if (index % 113 === 9) return [line, JSON.stringify({ ...one, updated_at: one.updated_at + 60, title: "later" })];
    return [line];
  }).flat();
}

function archiveOf(name: string, mapping: CsvMapping | null = null) {
  const db = openArchive(join(folder, `${name}.sqlite`));
  open.push(db);
  const imports = archiveImports(db);
  const path = join(folder, `${name}.jsonl`);
  const given = {
    name,
    app: null,
    startedAt: now,
    rangeFrom: null,
    rangeTo: null,
    mapping,
    total: null,
  } as const;
  const id = imports.begin({ source: mapping ? "table" : "file", ...given });

  /** Imports what is left of the file as the desk does, until so many pieces of it have been read from the disk. */
  async function goOn(given: Partial<TakersDeps>, mostRead = Infinity) {
    const row = imports.get(id);
    if (!row) throw new Error("the import is gone");
    const troubles: unknown[] = [];
    let read = 0;
    const takers = createTakers({ most: 2, onTrouble: (error) => troubles.push(error), ...given });
    const seen = (row.cursor as { seen: number } | null)?.seen ?? 0;
    const together = (work: () => void) => db.transaction(work)();
    const lot = createLot({
      id,
      store: archiveStore(db),
      imports,
      together,
      seen,
      isFile: true,
      onKept: () => undefined,
    });
    const isWhole = await importFile({
      path,
      row,
      lot,
      takers,
      staged: stagedRows(db),
      known: noNames,
      now: () => now,
      async turn() {
        await new Promise((go) => setImmediate(go));
        read += 1;
        return read < mostRead;
      },
    }).finally(takers.close);
    return { isWhole, troubles };
  }

  /** All that anybody sees of it, in the order in which it was kept. */
  const contents = () => ({
    conversations: db
      .prepare(
        "select c.place, c.id, c.updated_at, c.title, c.change, b.packed from conversations c join bodies b using (place) order by change",
      )
      .all(),
    people: db.prepare("select * from people order by 1, 2").all(),
    names: db.prepare("select * from names order by 1, 2").all(),
    blocks: db.prepare("select count(*) as blocks from raws where block not in (select block from bodies)").get(),
    leftOut: imports.leftOut(id),
    import: imports.get(id),
  });
  return { write: (lines: readonly string[]) => writeFileSync(path, lines.join("\n")), goOn, contents };
}

/** The same file, taken by nobody but the thread that reads it. */
async function takenAlone(lines: readonly string[]) {
  const alone = archiveOf("alone");
  alone.write(lines);
  await alone.goOn({ most: 0 });
  const { import: row, ...rest } = alone.contents();
  expect(row).toMatchObject({ read: lines.length });
  return { ...rest, import: { ...row, name: "" } };
}
it("keeps what several threads took apart in the order of the file", { timeout }, async () => {
  const lines = linesOf(1_200);
  const wanted = await takenAlone(lines);
  const many = archiveOf("many");
  many.write(lines);
  expect(await many.goOn({})).toEqual({ isWhole: true, troubles: [] });
  const got = many.contents();
  expect({ ...got, import: { ...got.import, name: "" } }).toEqual(wanted);
  expect(wanted.leftOut.map(({ kind, count }) => [kind, count])).toEqual([
    ["leftOut", 20],
    ["remark", 13],
  ]);
});

it("stops between two lots and goes on after what was kept, as often as it is stopped", { timeout }, async () => {
  const lines = linesOf(4_000);
  const wanted = await takenAlone(lines);
  const stopped = archiveOf("stopped");
  stopped.write(lines);
  const places: number[] = [];
  for (const mostRead of [1, 9, 20, 21, 40]) {
    expect((await stopped.goOn({}, mostRead)).isWhole).toBe(false);
    places.push(stopped.contents().import?.read ?? 0);
  }
  expect(places[0]).toBeGreaterThan(0);
  expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b));
  expect((await stopped.goOn({})).isWhole).toBe(true);
  const got = stopped.contents();
  expect({ ...got, import: { ...got.import, name: "", done: wanted.import.done } }).toEqual(wanted);
});

it("goes on in a table with the very row that it had got to", { timeout }, async () => {
  const columns = { conversation: 0, time: 1, text: 2 };
  const table = archiveOf("table", { rows: "conversation", delimiter: ";", dayFirst: false, timezone: "UTC", columns });
  const rows = Array.from({ length: 4_000 }, (_, index) => `${index};2026-04-03 09:00;${"words ".repeat(20)}`);
  table.write(["Ticket;Created at;Message", ...rows]);
  expect((await table.goOn({}, 1)).isWhole).toBe(false);
  expect(table.contents().import?.read).toBeGreaterThan(100);
  expect((await table.goOn({})).isWhole).toBe(true);
  expect(table.contents().import).toMatchObject({ read: 4_000, added: 4_000, same: 0, remarked: 0 });
});

it("loses nothing where its threads end while they are at it, and says when one broke off", { timeout }, async () => {
  const lines = linesOf(1_200);
  const wanted = await takenAlone(lines);
  const dying = archiveOf("dying");
  dying.write(lines);
  const ended = await dying.goOn({ program: new URL("dyingTaker.ts", import.meta.url) });
  expect(ended.isWhole).toBe(true);
  expect(ended.troubles.join()).toContain("ended by itself");
  const got = dying.contents();
  expect({ ...got, import: { ...got.import, name: "" } }).toEqual(wanted);

  const none = archiveOf("none");
  none.write(lines);
  const { isWhole, troubles } = await none.goOn({ program: new URL("noSuchTaker.ts", import.meta.url) });
  expect(isWhole).toBe(true);
  expect(troubles.length).toBe(2);
  expect(none.contents().conversations).toEqual(wanted.conversations);
});
