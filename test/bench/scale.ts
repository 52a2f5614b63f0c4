import { join } from "node:path";
import { openDatabase } from "#server/store/database.ts";
import { drawing } from "../support/workflowBuilder.ts";
import { fillRuns } from "../support/fillRuns.ts";
import { onAnotherChannel } from "./drawings.ts";
import { cpuDuring, median, showTable, two, whole } from "./figures.ts";
import { writePlot } from "./plot.ts";
import { type Measured, type ProductSetUp, startLoad, startProduct, startStandIn } from "./rig.ts";

const rounds = 5;

/** An event's cost in several set-ups of the product, each a process of its own, measured in turns. */
async function compare(setUps: readonly (Omit<ProductSetUp, "api"> & { size: number })[], count: number) {
  const standIn = await startStandIn(0, 1);
  const load = startLoad();
  const servers: { size: number; server: Measured; cpu: number[]; rate: number[] }[] = [];
  for (const { size, ...setUp } of setUps)
    servers.push({ size, server: await startProduct({ ...setUp, api: standIn.url }), cpu: [], rate: [] });
  let first = 5_000_000;
  const send = (server: Measured) => {
    const order = { kind: "closed" as const, port: server.port, first, count, connections: 32 };
    first += count;
    return load.run(order);
  };
  for (const { server } of servers) await send(server);
  for (let round = 0; round < rounds; round += 1)
    for (const { server, cpu, rate } of servers) {
      const { result, cpuMs } = await cpuDuring(server, () => send(server));
      cpu.push(cpuMs / count);
      rate.push(count / result.seconds);
    }
  for (const { server } of servers) await server.remove();
  await load.stop();
  await standIn.stop();
  return servers.map(({ size, cpu, rate }) => ({ size, cpuMs: median(cpu), rate: median(rate) }));
}

function show(name: string, title: string, what: string, figures: Awaited<ReturnType<typeof compare>>): void {
  const [base] = figures;
  showTable(
    `${title}; medians of ${rounds} rounds in turns`,
    [what, "CPU ms/event", "× the first", "events/s"],
    figures.map(({ size, cpuMs, rate }) => [whole(size), two(cpuMs), two(cpuMs / (base?.cpuMs ?? 1)), whole(rate)]),
  );
  writePlot(name, {
    title,
    x: what,
    y: "CPU ms an event",
    logarithmic: true,
    series: [{ name: "ours", points: figures.map(({ size, cpuMs }) => [size, cpuMs] as const) }],
  });
}

/** All workflows listen to the very topic that comes in. */
export async function workflows(): Promise<void> {
  const sizes = [1, 10, 50, 100, 250, 500];
  const setUps = sizes.map((size) => ({
    size,
    enabled: Array.from({ length: size }, (_, each) => onAnotherChannel(each)),
  }));
  show("workflows", "Cost of an event by enabled workflows", "enabled workflows", await compare(setUps, 2_000));
}

/** Starts for every message and ends at its condition, so that each event also makes a run. */
const endsAtOnce = drawing(
  {
    start: ["intercom.conversationStarted", { channel: "any" }],
    other: [
      "logic.if",
      { when: { match: "all", rules: [{ ref: "message.text", operator: "mentions", operand: ["tomatoes"] }] } },
    ],
    note: ["intercom.addNote", { note: ["Tomatoes."] }],
  },
  ["start.next>other", "other.yes>note"],
);

export async function stored(): Promise<void> {
  const sizes = [0, 10_000, 100_000, 1_000_000];
  const setUps = sizes.map((size) => ({
    size,
    enabled: [endsAtOnce],
    fill(folder: string) {
      if (size === 0) return;
      const db = openDatabase(join(folder, "switchboard.sqlite"));
      fillRuns(db, size, { now: Date.now(), days: 20 });
      db.pragma("wal_checkpoint(TRUNCATE)");
      db.close();
    },
  }));
  show("stored", "Cost of an event and the run it starts, by stored runs", "stored runs", await compare(setUps, 500));
}
