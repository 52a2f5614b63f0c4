import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { TurnEffect } from "#shared/nodes/effect.ts";
import { openDatabase } from "#server/store/database.ts";
import { runStore } from "#server/store/runs.ts";
import { turnStore } from "#server/store/turns.ts";

type Member = { id: string; weight: number; room?: number };
const effect = (members: Member[], more: Partial<TurnEffect> = {}): TurnEffect => ({
  type: "turn",
  list: "team 1",
  members: members.map((member) => ({ room: null, ...member })),
  countedAt: null,
  waits: null,
  ...more,
});

it("gives 10,000 turns from 8 lanes over restarts to equals that differ by at most one", () => {
  const folder = mkdtempSync(join(tmpdir(), "switchboard-turns-"));
  const file = join(folder, "turns.sqlite");
  const members = ["a", "b", "c", "d", "e", "f", "g"].map((id) => ({ id, weight: 1 }));
  const counts = new Map<string, number>();
  for (let start = 0; start < 10; start += 1) {
    // Eight connections of their own, as eight lanes would interleave at worst.
    const lanes = Array.from({ length: 8 }, () => openDatabase(file));
    const stores = lanes.map((db) => ({ db, turns: turnStore(db) }));
    for (const { db } of stores) db.pragma("synchronous = OFF");
    for (let turn = 0; turn < 1_000; turn += 1) {
      const lane = stores[(turn * 7 + start) % 8];
      const id = lane?.db.transaction(() => lane.turns.take(effect(members), "run", 0).id).immediate() ?? "";
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    for (const db of lanes) db.close();
  }
  rmSync(folder, { recursive: true });
  expect(counts.size).toBe(members.length);
  expect([...counts.values()].reduce((sum, each) => sum + each, 0)).toBe(10_000);
  expect(Math.max(...counts.values()) - Math.min(...counts.values())).toBeLessThanOrEqual(1);
});

it("keeps to weights, and lets whoever comes back start level", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 5 }), (weights) => {
      const db = openDatabase(":memory:");
      const turns = turnStore(db);
      const members = weights.map((weight, index) => ({ id: `m${index}`, weight }));
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const counts = new Map<string, number>();
      for (let turn = 0; turn < total * 20; turn += 1) {
        const id = turns.take(effect(members), "run", 0).id ?? "";
        counts.set(id, (counts.get(id) ?? 0) + 1);
      }
      for (const { id, weight } of members)
        expect(Math.abs((counts.get(id) ?? 0) - weight * 20)).toBeLessThanOrEqual(1);
      const newcomer = [...members, { id: "new", weight: 1 }];
      const next = Array.from({ length: total + 1 }, () => turns.take(effect(newcomer), "run", 0).id);
      expect(next.filter((id) => id === "new").length).toBeLessThanOrEqual(2);
      db.close();
    }),
    { numRuns: 20 },
  );
});

it("has nobody's turn where nobody is there", () => {
  const db = openDatabase(":memory:");
  expect(turnStore(db).take(effect([]), "run", 0)).toEqual({ id: null, until: null });
  db.close();
});

it("passes over who has no room, counting turns that the count of open conversations may not show yet", () => {
  const db = openDatabase(":memory:");
  const turns = turnStore(db);
  const counted = effect(
    [
      { id: "a", weight: 1, room: 2 },
      { id: "b", weight: 1, room: 0 },
    ],
    { countedAt: 100_000 },
  );
  const taken = [100_001, 100_002, 100_003].map((at) => turns.take(counted, "run", at).id);
  expect(taken).toEqual(["a", "a", null]);
  // Counted again later, the two are in the count, and no longer taken off what is left.
  expect(turns.take({ ...counted, countedAt: 200_000 }, "run", 200_001).id).toBe("a");
  db.close();
});

it("gives places that get free to those who have waited longest, and not to who has ended or waits no longer", () => {
  const db = openDatabase(":memory:");
  db.pragma("foreign_keys = OFF");
  const turns = turnStore(db);
  const runs = runStore(db);
  const add = db.prepare(
    `insert into runs (id, cell, version, workflow, started_at, status, due_at)
     values (?, '', '', '', 0, 'going', 0)`,
  );
  for (const id of ["old", "older", "young", "ended"]) add.run(id);
  const ask = (run: string, since: number, room: number, at: number, until = 1_000) =>
    turns.take(effect([{ id: "a", weight: 1, room }], { waits: { since, until } }), run, at);
  expect(ask("old", 20, 0, 50)).toEqual({ id: null, until: 1_000 });
  expect(ask("older", 10, 0, 50, 600)).toEqual({ id: null, until: 600 });
  // Asked again it waits no longer than it first said.
  expect(ask("older", 10, 0, 60, 5_000)).toEqual({ id: null, until: 600 });
  ask("ended", 1, 0, 60);
  runs.end("ended", "stopped", 65);
  expect(ask("young", 30, 2, 70).id).toBeNull();
  expect(ask("young", 30, 3, 70).id).toBe("a");
  expect(ask("old", 20, 1, 80).id).toBeNull();
  expect(ask("older", 10, 1, 90).id).toBe("a");
  expect(ask("old", 20, 1, 100).id).toBe("a");
  ask("older", 10, 0, 110, 600);
  expect(ask("young", 30, 1, 700).id).toBe("a");
  db.close();
});
