import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "#server/store/database.ts";
import { groupCommit } from "#server/store/groupCommit.ts";
import { type Boundary, watchBoundaries } from "#server/store/boundary.ts";

let folder: string;
let db: Database;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "switchboard-"));
  db = openDatabase(join(folder, "test.sqlite"));
  db.exec("create table things (name text primary key) strict");
});
afterEach(() => {
  watchBoundaries(() => undefined);
  db.close();
  rmSync(folder, { recursive: true });
});

const names = (of = db) => of.prepare("select name from things order by name").pluck().all();

describe("a commit", () => {
  it("is on the disk when it returns, in a log that is written forward", () => {
    // 2: FULL. The log is synced at each commit, and not only when it is carried over into the file.
    expect(db.pragma("synchronous", { simple: true })).toBe(2);
    expect(db.pragma("journal_mode", { simple: true })).toBe("wal");
  });

  it("serves all that waits, from whomever, and is seen by others before anybody is told", async () => {
    const other = openDatabase(join(folder, "test.sqlite"));
    const at: Boundary[] = [];
    watchBoundaries((boundary) => at.push(boundary));
    const insert = db.prepare("insert into things values (?)");
    const [one, another] = [
      groupCommit(db, (name: string) => insert.run(name)),
      groupCommit(db, (name: string) => insert.run(name)),
    ];
    const seen = await Promise.all(
      ["a", "b", "c"]
        .flatMap((name) => [one(`${name}1`), another(`${name}2`)])
        .map((kept) => kept.then(() => names(other).length)),
    );
    expect(at).toEqual(["group written", "group kept"]);
    expect(seen).toEqual([6, 6, 6, 6, 6, 6]);
    other.close();
  });

  it("leaves nothing of what fails in it, and all of the others", async () => {
    const insert = db.prepare("insert into things values (?)");
    const keep = groupCommit(db, (name: string) => {
      insert.run(`${name} begun`);
      if (name === "b") throw new Error("no b");
      insert.run(`${name} ended`);
    });
    const all = await Promise.allSettled(["a", "b", "c"].map(keep));
    expect(all.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(names()).toEqual(["a begun", "a ended", "c begun", "c ended"]);
  });

  it("tells everybody of the group where it does not come about", async () => {
    watchBoundaries((boundary) => {
      if (boundary === "group written") throw new Error("the disk is full");
    });
    const insert = db.prepare("insert into things values (?)");
    const all = await Promise.allSettled(["a", "b"].map(groupCommit(db, (name: string) => void insert.run(name))));
    expect(all.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(names()).toEqual([]);
  });
});
