import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onAnotherChannel } from "./drawings.ts";
import { cpuDuring, median, percentile, showTable, two } from "./figures.ts";
import { percentileShares, percentileTicks, writePlot } from "./plot.ts";
import { startBare, startLoad, startProduct, startStandIn } from "./rig.ts";

const rounds = 5;
const perSecond = 500;
const seconds = 5;

const heldIn = (file: string): number[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map(Number);

/** How soon an event is answered, and how long the event loop is held, at 500 events a second whether or not answers come. */
export async function acks(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "switchboard-loop-"));
  const loops = { bare: join(folder, "bare"), ours: join(folder, "ours") };
  const standIn = await startStandIn(0, 1);
  const load = startLoad();
  const enabled = Array.from({ length: 50 }, (_, each) => onAnotherChannel(each));
  const servers = {
    bare: await startBare({ flow: "none" }, loops.bare),
    ours: await startProduct({ api: standIn.url, enabled, loopFile: loops.ours }),
  };
  const names = ["bare", "ours"] as const;
  let first = 0;
  const send = (port: number, count: number) => {
    const order = { kind: "open" as const, port, first, count, connections: 128, perSecond };
    first += count;
    return load.run(order);
  };
  const latencies: Record<string, number[][]> = { bare: [], ours: [] };
  const cpu: Record<string, number[]> = { bare: [], ours: [] };
  const held: Record<string, number[]> = { bare: [], ours: [] };
  for (const name of names) await send(servers[name].port, perSecond * 3);
  for (let round = 0; round < rounds; round += 1)
    for (const name of names) {
      const before = heldIn(loops[name]).length;
      const { result, cpuMs } = await cpuDuring(servers[name], () => send(servers[name].port, perSecond * seconds));
      if (Object.keys(result.statuses).some((status) => status !== "200"))
        throw new Error(`${name}: ${JSON.stringify(result.statuses)}`);
      latencies[name]?.push(result.accepted);
      cpu[name]?.push(cpuMs / (perSecond * seconds));
      held[name]?.push(Math.max(...heldIn(loops[name]).slice(before + 1)));
    }
  for (const name of names) await servers[name].remove();
  await load.stop();
  await standIn.stop();
  rmSync(folder, { recursive: true });

  const at = (name: string, share: number) => median((latencies[name] ?? []).map((round) => percentile(round, share)));
  const row = (name: string) => [
    name,
    ...percentileShares.map((share) => two(at(name, share))),
    two(median(cpu[name] ?? [])),
    two(median(held[name] ?? [])),
    two(Math.max(...(held[name] ?? []))),
  ];
  showTable(
    `Answers at ${perSecond} events/s, open loop, milliseconds; medians of ${rounds} rounds`,
    ["", "p50", "p90", "p99", "p99.9", "CPU ms/event", "loop held at most", "in the worst round"],
    [row("bare"), row("ours")],
  );
  process.stdout.write(
    `\np99: ours is ${two(at("ours", 0.99) / at("bare", 0.99))} × bare's; wanted: at most 1.50. Loop: wanted at most 50 ms.\n`,
  );
  const points = (name: string) => percentileShares.map((share, index) => [index, at(name, share)] as const);
  writePlot("acks", {
    title: "How soon an event is answered, at 500 events/s",
    x: "share of the events",
    y: "milliseconds",
    ticks: percentileTicks,
    series: [
      { name: "bare", points: points("bare") },
      { name: "ours", points: points("ours") },
    ],
  });
}
