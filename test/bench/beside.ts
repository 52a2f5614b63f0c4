import { routes } from "#shared/api/routes.ts";
import { fillArchive } from "../support/pastConversations.ts";
import { onAnotherChannel } from "./drawings.ts";
import { median, percentile, showTable, two, whole } from "./figures.ts";
import { startLoad, startProduct, startStandIn } from "./rig.ts";
import { conversations, tenSteps } from "./simulation.ts";

const rounds = 5;
const perSecond = 500;
const seconds = 5;

/** How soon an event is answered while the simulating thread does nothing, and while it counts all over again without a pause. */
export async function beside(): Promise<void> {
  const standIn = await startStandIn(0, 1);
  const load = startLoad();
  const pasts = conversations();
  const enabled = Array.from({ length: 50 }, (_, each) => onAnotherChannel(each));
  const server = await startProduct({ api: standIn.url, enabled, fill: (folder) => fillArchive(folder, pasts) });
  let first = 0;
  const send = (count: number) => {
    const order = { kind: "open" as const, port: server.port, first, count, connections: 128, perSecond };
    first += count;
    return load.run(order);
  };
  let counted = 0;
  const count = async () => {
    const document = tenSteps(`word ${(counted += 1)}`);
    await server.call(routes.countBacktest, { params: { id: "bench0" }, body: { document } });
  };
  await count();
  await send(perSecond * 3);
  const latencies: Record<"alone" | "beside", number[][]> = { alone: [], beside: [] };
  const counts: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (const name of ["alone", "beside"] as const) {
      let goesOn = name === "beside";
      const before = counted;
      const counting = (async () => {
        while (goesOn) await count();
      })();
      const { accepted, statuses } = await send(perSecond * seconds);
      goesOn = false;
      await counting;
      if (Object.keys(statuses).some((status) => status !== "200")) throw new Error(JSON.stringify(statuses));
      latencies[name].push(accepted);
      if (name === "beside") counts.push((counted - before) / seconds);
    }
  await server.remove();
  await load.stop();
  await standIn.stop();
  const at = (name: keyof typeof latencies, share: number) =>
    median(latencies[name].map((round) => percentile(round, share)));
  const row = (name: keyof typeof latencies) => [name, ...[0.5, 0.9, 0.99].map((share) => two(at(name, share)))];
  showTable(
    `Answers at ${perSecond} events/s, milliseconds, with ${whole(pasts.length)} past conversations gone through ${two(median(counts))} times a second beside it`,
    ["", "p50", "p90", "p99"],
    [row("alone"), row("beside")],
  );
  process.stdout.write(
    `\np99 beside a simulation: ${two(at("beside", 0.99) / at("alone", 0.99))} × alone; wanted: at most 1.50.\n`,
  );
}
