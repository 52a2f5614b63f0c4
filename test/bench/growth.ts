import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "#server/store/database.ts";
import { eventStore } from "#server/store/events.ts";
import { retentionStore } from "#server/store/retention.ts";
import { groupCommit } from "#server/store/groupCommit.ts";
import { runStore } from "#server/store/runs.ts";
import { createEmbeddedDriver } from "#server/driver/embedded.ts";
import { createRetention } from "#server/retention/createRetention.ts";
import { compile } from "#shared/engine/compile.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { fillRuns } from "../support/fillRuns.ts";
import { assignAndNote, firstMessage } from "../support/workflowBuilder.ts";

const count = Number(process.argv.slice(2).find((given) => /^\d+$/.test(given)) ?? 1_000_000);
const dayMs = 86_400_000;
const folder = mkdtempSync(join(tmpdir(), "switchboard-growth-"));
const db = openDatabase(join(folder, "growth.sqlite"));
const now = Date.now();

const show = (name: string, figure: string) => process.stdout.write(`${name.padEnd(58)} ${figure}\n`);
const ms = (from: number) => performance.now() - from;

/** The slowest of a few calls, the first of which finds nothing in memory. */
function slowest(name: string, work: () => unknown): void {
  const figures = Array.from({ length: 7 }, () => {
    const from = performance.now();
    work();
    return ms(from);
  });
  show(
    name,
    `${Math.max(...figures).toFixed(2)} ms at worst, ${(figures.toSorted((a, b) => a - b)[3] ?? 0).toFixed(2)} median`,
  );
}

const filling = performance.now();
fillRuns(db, count, { now, days: 120 });
db.pragma("wal_checkpoint(TRUNCATE)");
show(`filled with ${count.toLocaleString("en")} runs and as many events`, `${(ms(filling) / 1000).toFixed(0)} s`);

const runs = runStore(db);
const events = eventStore(db);
const [middle] = db.prepare<[], { id: string }>(`select id from runs where row = ${Math.floor(count / 2)}`).all();
const before = middle?.id ?? "";
slowest("list: newest 50", () => runs.list({ limit: 51 }));
slowest("list: newest 50 before the middle one", () => runs.list({ before, limit: 51 }));
for (const status of ["running", "waiting", "done", "failed", "stopped"] as const) {
  slowest(`list: ${status}`, () => runs.list({ status, limit: 51 }));
  slowest(`list: ${status}, of one workflow, before the middle one`, () =>
    runs.list({ status, workflow: "w7", before, limit: 51 }),
  );
}
slowest("list: of one conversation", () => runs.list({ subject: "500", limit: 51 }));
slowest("list: of one conversation and workflow, failed", () =>
  runs.list({ subject: "500", workflow: "w7", status: "failed", limit: 51 }),
);
slowest("the bars of a week, all workflows", () => runs.byDay(now - 6 * dayMs));
slowest("when each workflow last ran", () => runs.newest());
slowest("neighbours of a run", () => runs.neighbours({ id: before, workflow: "w11" }));
slowest("one run's row", () => runs.listed(before));
slowest("cells that are due", () => runs.dueCells(now, 64));
slowest("runs that would go on now, counted", () => runs.countHeldUp(now));
slowest("when the next is due", () => runs.nextDueAt(now));
slowest("events: newest 100", () => events.newest(100));

const retention = createRetention({
  store: retentionStore(db),
  bodyDays: 118,
  rowDays: 119,
  now: () => now,
  onTrouble(error) {
    throw error;
  },
});
let worstLag = 0;
let last = performance.now();
const watch = setInterval(() => {
  worstLag = Math.max(worstLag, ms(last) - 1);
  last = performance.now();
}, 1);
const sweeping = performance.now();
await retention.sweep();
clearInterval(watch);
show(
  "removing the oldest sixtieth, longest hold of the loop",
  `${worstLag.toFixed(1)} ms, in ${(ms(sweeping) / 1000).toFixed(0)} s`,
);

// Everybody waits; then all fall due within a second.
db.exec(`delete from run_cells; update runs set status = 'done', asleep = 0 where status = 'going'`);
globalThis.gc?.();
const memoryBefore = process.memoryUsage().rss;
const dueAt = Date.now() + 60_000;
db.transaction(() => {
  const each = `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})`;
  db.exec(`${each} insert into runs (id, cell, version, workflow, started_at, status, due_at, asleep)
    select 'wait-' || i, 'wait:' || i, 'w1.1', 'w1', ${now}, 'going', ${dueAt} + i, 1 from n`);
})();
const start = JSON.stringify({ event: firstMessage("hello"), trigger: "start", actor: "9", startedAt: now });
db.prepare("insert into run_starts select row, ? from runs where status = 'going'").run(start);
const offset = dueAt - Date.now() - 2_000;
const quick = () => Date.now() + offset;
const woken: number[] = [];
const compiled = compile(assignAndNote, registry);
const driver = createEmbeddedDriver({
  runs,
  perform: async () => {
    woken.push(quick());
    return { kind: "answer", status: 200, body: {}, retryAfterMs: null };
  },
  compiled: () => compiled,
  now: quick,
  heardSince: () => [],
  doOwn: () => ({ ok: true, at: 0, answer: null }),
  commit: groupCommit(db, (work) => work()),
  newestVersion: () => null,
  quietMs: 100,
  onTrouble(error) {
    throw error;
  },
});
driver.start();
await new Promise((done) => setTimeout(done, 3_000));
await driver.stop();
show(
  `${count.toLocaleString("en")} waiting runs: memory more`,
  `${((process.memoryUsage().rss - memoryBefore) / 1e6).toFixed(0)} MB`,
);
show("first of them woken after its time", `${((woken[0] ?? Infinity) - dueAt).toFixed(0)} ms`);
show("effects done in the second after", String(woken.filter((at) => at < dueAt + 1_000).length));
db.close();
rmSync(folder, { recursive: true });
