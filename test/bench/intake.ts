import { onAnotherChannel } from "./drawings.ts";
import { cpuDuring, median, showTable, two, whole } from "./figures.ts";
import { writePlot } from "./plot.ts";
import { startBare, startLoad, startProduct, startStandIn } from "./rig.ts";

const rounds = 3;
const roundSeconds = 2;
const connections = [1, 8, 64, 256];
/** The one that is judged by. */
const judged = 64;

/** Events taken in a second, closed loop: bare keeps them; ours also looks whom of 50 workflows on that topic they start. */
export async function intake(): Promise<void> {
  const standIn = await startStandIn(0, 1);
  const load = startLoad();
  const servers = {
    bare: await startBare({ flow: "none" }),
    ours: await startProduct({
      api: standIn.url,
      enabled: Array.from({ length: 50 }, (_, each) => onAnotherChannel(each)),
    }),
  };
  const names = ["bare", "ours"] as const;
  let first = 0;
  const send = (port: number, count: number, open: number) => {
    const order = { kind: "closed" as const, port, first, count, connections: open };
    first += count;
    return load.run(order);
  };
  const rate: Record<string, number[]> = {};
  const cpu: Record<string, number[]> = {};
  const note = (into: Record<string, number[]>, key: string, figure: number) => void (into[key] ??= []).push(figure);
  const size: Record<string, number> = {};
  for (const name of names) {
    for (let warm = 0; warm < 4; warm += 1) await send(servers[name].port, 1_500, judged);
    for (const open of connections) {
      const count = open === 1 ? 300 : 1_500;
      size[`${name} ${open}`] = Math.round(
        (count / (await send(servers[name].port, count, open)).seconds) * roundSeconds,
      );
    }
  }
  for (let round = 0; round < rounds; round += 1)
    for (const open of connections)
      for (const name of names) {
        const key = `${name} ${open}`;
        const count = size[key] ?? 0;
        const { result, cpuMs } = await cpuDuring(servers[name], () => send(servers[name].port, count, open));
        const kept = result.accepted.length;
        if (kept + (result.statuses["503"] ?? 0) !== count)
          throw new Error(`${key}: ${JSON.stringify(result.statuses)}`);
        note(rate, key, kept / result.seconds);
        note(cpu, key, cpuMs / kept);
      }
  for (const name of names) await servers[name].remove();
  const alone = await send(Number(new URL(standIn.url).port), 20_000, judged);
  await load.stop();
  await standIn.stop();

  const of = (from: Record<string, number[]>, key: string) => median(from[key] ?? []);
  const bareRate = of(rate, `bare ${judged}`);
  showTable(
    "Intake: events/s kept, closed loop, 50 enabled workflows listening to the topic",
    ["connections", "bare events/s", "ours", "ratio", "bare CPU ms", "ours", "ratio", "wanted"],
    connections.map((open) => [
      String(open),
      whole(of(rate, `bare ${open}`)),
      whole(of(rate, `ours ${open}`)),
      two(of(rate, `ours ${open}`) / of(rate, `bare ${open}`)),
      two(of(cpu, `bare ${open}`)),
      two(of(cpu, `ours ${open}`)),
      two(of(cpu, `bare ${open}`) / of(cpu, `ours ${open}`)),
      open === judged ? "0.60" : "",
    ]),
  );
  const generator = 20_000 / alone.seconds;
  process.stdout.write(
    `\nThe generator alone, against a server that answers at once: ${whole(generator)} events/s, ${(generator / bareRate).toFixed(1)} × bare.\n`,
  );
  const points = (name: string) => connections.map((open) => [open, of(rate, `${name} ${open}`)] as const);
  writePlot("intake", {
    title: "Events kept a second, 50 enabled workflows",
    x: "connections, each sending the next when it is answered",
    y: "events/s",
    logarithmic: true,
    series: [
      { name: "bare", points: points("bare") },
      { name: "ours", points: points("ours") },
      { name: "wanted: 0.6", points: points("bare").map(([at, figure]) => [at, figure * 0.6] as const) },
    ],
  });
}
