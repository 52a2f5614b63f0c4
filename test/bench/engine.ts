import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "#server/store/database.ts";
import { eventStore, type Received } from "#server/store/events.ts";
import { doToRows } from "#server/store/rowEffects.ts";
import { tableStore } from "#server/store/tables.ts";
import { groupCommit } from "#server/store/groupCommit.ts";
import { advance, begin } from "#shared/engine/advance.ts";
import { compile } from "#shared/engine/compile.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { drawing, firstMessage } from "../support/workflowBuilder.ts";
import { median, showTable, whole } from "./figures.ts";

const seconds = (from: bigint): number => Number(process.hrtime.bigint() - from) / 1e9;

/** Conditions in a row, so that nothing but the engine is measured. */
function stepsPerSecond(): number {
  const rules = [{ ref: "conversation.state", operator: "isAnyOf", operand: ["open"] }];
  const nodes: Parameters<typeof drawing>[0] = { start: ["intercom.conversationStarted", { channel: "any" }] };
  const lines: string[] = [];
  for (let index = 0; index < 20; index += 1) {
    nodes[`c${index}`] = ["logic.if", { when: { match: "all", rules } }];
    lines.push(index === 0 ? "start.next>c0" : `c${index - 1}.yes>c${index}`);
  }
  const compiled = compile(drawing(nodes, lines), registry);
  const event = firstMessage("hello");
  const first = begin(compiled, { event, trigger: "start", actor: "99", startedAt: 0 });
  const runs = 20_000;
  // By the processor's clock: on a shared machine the wall's also shows the others.
  const from = process.cpuUsage();
  for (let run = 0; run < runs; run += 1) advance(compiled, first, null);
  const { user, system } = process.cpuUsage(from);
  return (runs * 21) / ((user + system) / 1e6);
}

/** Events kept and synced, as the webhook keeps them: by the group, or one commit each. */
async function eventsPerSecond(grouped: boolean): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "switchboard-bench-"));
  const db = openDatabase(join(folder, "bench.sqlite"));
  const events = eventStore(db);
  const keep = grouped ? groupCommit(db, events.add) : async (received: Received) => events.add(received);
  const event = firstMessage("hello");
  const body = "x".repeat(3_000);
  const count = 2_000;
  const from = process.hrtime.bigint();
  for (let sent = 0; sent < count; sent += 50)
    await Promise.all(
      Array.from({ length: 50 }, (_, index) => {
        const id = `n${sent + index}`;
        return keep({ event: { ...event, id, key: id }, known: true, body, receivedAt: 0 });
      }),
    );
  const rate = count / seconds(from);
  db.close();
  rmSync(folder, { recursive: true });
  return rate;
}

/** Rows found by what one of their columns holds, as a step looks them up, among 20,000 of twenty columns. */
function lookUpsPerSecond(): number {
  const db = openDatabase(":memory:");
  const tables = tableStore(db);
  const columns = Array.from({ length: 20 }, (_, index) => ({
    id: `c${index}`,
    name: `C${index}`,
    type: "text" as const,
  }));
  tables.create("t", "T", columns);
  const cellsOf = (row: number) => Object.fromEntries(columns.map(({ id }) => [id, `${id} of ${row}`]));
  tables.addRows(
    "t",
    Array.from({ length: 20_000 }, (_, row) => ({ cells: cellsOf(row) })),
  );
  const count = 1_000;
  const from = process.hrtime.bigint();
  for (let each = 0; each < count; each += 1)
    doToRows(tables, {
      type: "row",
      do: "find",
      table: "t",
      where: { column: "c3", is: `C3 OF ${each * 19}` },
      cells: [],
    });
  const rate = count / seconds(from);
  db.close();
  return rate;
}

/** Pure pieces, without HTTP: medians of five interleaved rounds. */
export async function engine(): Promise<void> {
  const steps: number[] = [];
  const grouped: number[] = [];
  const single: number[] = [];
  const lookUps: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    steps.push(stepsPerSecond());
    grouped.push(await eventsPerSecond(true));
    single.push(await eventsPerSecond(false));
    lookUps.push(lookUpsPerSecond());
  }
  showTable(
    "Pieces, without HTTP",
    ["", "per second", "wanted"],
    [
      ["engine: pure steps, one core", whole(median(steps)), "2,000,000"],
      ["events kept, 50 at once, one commit", whole(median(grouped)), ""],
      ["events kept, a commit each", whole(median(single)), ""],
      ["tables: look-ups among 20,000 rows", whole(median(lookUps)), ""],
    ],
  );
}
