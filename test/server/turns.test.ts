import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { openDatabase } from "#server/store/database.ts";
import { turnStore } from "#server/store/turns.ts";

const effect = (members: { id: string; weight: number }[]) => ({ type: "turn" as const, list: "team 1", members });

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
      const id = lane?.db.transaction(() => lane.turns.take(effect(members))).immediate() ?? "";
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
        const id = turns.take(effect(members)) ?? "";
        counts.set(id, (counts.get(id) ?? 0) + 1);
      }
      for (const { id, weight } of members)
        expect(Math.abs((counts.get(id) ?? 0) - weight * 20)).toBeLessThanOrEqual(1);
      const newcomer = [...members, { id: "new", weight: 1 }];
      const next = Array.from({ length: total + 1 }, () => turns.take(effect(newcomer)));
      expect(next.filter((id) => id === "new").length).toBeLessThanOrEqual(2);
      db.close();
    }),
    { numRuns: 20 },
  );
});

it("has nobody's turn where nobody is there", () => {
  const db = openDatabase(":memory:");
  expect(turnStore(db).take(effect([]))).toBeNull();
  db.close();
});
