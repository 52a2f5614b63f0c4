import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { chainOf, conditionAndTwoCalls } from "./drawings.ts";
import { cpuDuring, median, showTable, two, whole } from "./figures.ts";
import { writePlot } from "./plot.ts";
import { type Measured, startBare, startLoad, startProduct, startStandIn } from "./rig.ts";

interface Shape {
  name: string;
  title: string;
  drawing: WorkflowDocument;
  calls: number;
  /** How many may be under way at once. */
  inFlight: number;
  wanted: number;
}

const latencyMs = 50;
const rounds = 3;
/** How long a round of one server takes, about. */
const roundSeconds = 3;
/** From a warm-up that took so many seconds a rate can be told. */
const longEnough = 1;

/** Whole runs, from the webhook to the last call's arrival, with as many under way as the server can bear. */
async function measure({ name: plot, title, drawing, calls, inFlight, wanted }: Shape): Promise<void> {
  const standIn = await startStandIn(latencyMs, calls);
  const load = startLoad();
  standIn.onFinished(load.tell);
  const bare = { flow: "calls" as const, calls, api: standIn.url };
  const servers = {
    bare: await startBare(bare),
    journalled: await startBare({ ...bare, journal: true }),
    ours: await startProduct({ api: standIn.url, enabled: [drawing] }),
  };
  const names = Object.keys(servers) as (keyof typeof servers)[];
  const rate = { bare: [] as number[], journalled: [] as number[], ours: [] as number[] };
  const cpu = { bare: [] as number[], journalled: [] as number[], ours: [] as number[] };
  let first = 0;
  const round = async (server: Measured, runs: number) => {
    const order = { kind: "runs" as const, port: server.port, first, count: runs, connections: 64, inFlight };
    first += runs;
    // A run is over with its last call; the answers to the last webhooks come long before.
    return cpuDuring(server, async () => {
      const from = performance.now();
      const over = load.allFinished(runs);
      const { refused, accepted } = await load.run(order);
      load.forgo(refused.length);
      await over;
      return { seconds: (performance.now() - from) / 1_000, done: accepted.length };
    });
  };
  const size = { bare: 0, journalled: 0, ours: 0 };
  for (const name of names) {
    // Warm-up, from which it is known how many runs make a round.
    let runs = 64;
    let warm = (await round(servers[name], runs)).result;
    for (; warm.seconds < longEnough; warm = (await round(servers[name], runs)).result) runs *= 3;
    size[name] = Math.max(64, Math.round((warm.done / warm.seconds) * roundSeconds));
  }
  for (let index = 0; index < rounds; index += 1)
    for (const name of names) {
      const { result, cpuMs } = await round(servers[name], size[name]);
      rate[name].push(result.done / result.seconds);
      cpu[name].push(cpuMs / result.done);
    }
  for (const name of names) await servers[name].remove();
  await load.stop();
  await standIn.stop();
  const row = (name: string, of: keyof typeof servers) => [
    name,
    whole(median(rate[of])),
    two(median(cpu[of])),
    of === "ours" ? "" : two(median(rate.ours) / median(rate[of])),
    of === "ours" ? "" : two(median(cpu[of]) / median(cpu.ours)),
    of === "ours" ? "" : two(wanted),
  ];
  showTable(
    title,
    ["", "runs/s", "CPU ms/run", "ours ÷ it, runs/s", "it ÷ ours, CPU", "wanted"],
    [row("bare, forgets on a crash", "bare"), row("bare, journals its calls", "journalled"), row("ours", "ours")],
  );
  const points = (of: keyof typeof servers) => rate[of].map((figure, index) => [index + 1, figure] as const);
  writePlot(plot, {
    title,
    x: "round",
    y: "runs/s",
    series: [
      { name: "bare, forgets", points: points("bare") },
      { name: "bare, journals", points: points("journalled") },
      { name: "ours", points: points("ours") },
      { name: `wanted: ${wanted}`, points: points("bare").map(([at, figure]) => [at, figure * wanted] as const) },
    ],
  });
}

export const runs = () =>
  measure({
    name: "runs",
    title: `Whole runs: condition and two calls of ${latencyMs} ms`,
    drawing: conditionAndTwoCalls,
    calls: 2,
    inFlight: 512,
    wanted: 0.6,
  });

export const chain = () =>
  measure({
    name: "chain",
    title: `A chain of 20 calls of ${latencyMs} ms`,
    drawing: chainOf(20),
    calls: 20,
    inFlight: 300,
    wanted: 0.5,
  });
