import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, it, vi } from "vitest";
import { routes } from "#shared/api/routes.ts";
import { packing, unpack } from "#shared/archive/packed.ts";
import { archiveStore } from "#server/store/archive.ts";
import { openArchive } from "#server/store/database.ts";
import { importWhole, jsonLines } from "../archive/imports.ts";
import { madeConversation } from "../archive/madeConversation.ts";
import { startProgram } from "../support/program.ts";

it("packs anew at the next start what an older version packed, from how it came", { timeout: 60_000 }, async () => {
  let program = await startProgram();
  try {
    await importWhole(
      program,
      "a.jsonl",
      jsonLines(Array.from({ length: 100 }, (_, index) => madeConversation(index + 1))),
    );
    await program.stop();
    const file = join(program.folder, "archive.sqlite");
    const read = () => {
      const db = openArchive(file, true);
      const changes = archiveStore(db).changes(0, 1_000);
      db.close();
      return { ...changes, packed: changes.packed.map((packed) => JSON.stringify(unpack(packed))).toSorted() };
    };
    const before = read();
    const db = new Sqlite(file);
    // As a version would leave it whose packed form nobody understands any more.
    db.prepare("update bodies set packed = '{}', packing = ? where place <= 90").run(packing - 1);
    db.close();

    // Nobody who reads it meanwhile is given what he would not understand.
    const half = openArchive(file, true);
    expect(archiveStore(half).changes(0, 1_000).packed.length).toBe(10);
    half.close();

    program = await program.again();
    const outdated = () => {
      const looked = new Sqlite(file, { readonly: true });
      const count = looked.prepare("select count(*) from bodies where packing < ?").pluck().get(packing);
      looked.close();
      return Number(count);
    };
    await vi.waitUntil(() => outdated() === 0, { timeout: 30_000, interval: 30 });
    const after = read();
    expect(after.packed).toEqual(before.packed);
    // Whoever holds the archive in memory hears of it.
    expect(after.change).toBeGreaterThanOrEqual(before.change + 90);
    expect((await program.call(routes.getArchive, {})).conversations).toBe(100);
  } finally {
    await program.remove();
  }
});
