import { createServer, type AddressInfo } from "node:net";
import { startProgram } from "../support/program.ts";
import { conditionAndTwoCalls, onAnotherChannel } from "./drawings.ts";
import { median, showTable, two, whole } from "./figures.ts";
import { requestBytes } from "./notification.ts";
import { prepareFolder, productEnvironment, residentMb, startLoad, startStandIn } from "./rig.ts";

const starts = 3;
const pause = (ms: number) => new Promise((later) => setTimeout(later, ms));

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Sends one webhook until it is taken, as fast as it can be asked. */
async function untilTaken(port: number, index: number): Promise<void> {
  const words = requestBytes(index).toString("utf8");
  const body = words.slice(words.indexOf("\r\n\r\n") + 4);
  const signature = /x-hub-signature: (\S+)/.exec(words)?.[1] ?? "";
  const headers = { "content-type": "application/json", "x-hub-signature": signature };
  for (;;) {
    const taken = await fetch(`http://127.0.0.1:${port}/webhooks/intercom`, { method: "POST", headers, body }).then(
      async (answer) => (await answer.text()) === "OK",
      () => false,
    );
    if (taken) return;
    await pause(2);
  }
}

/** From the start of the process to the first webhook that is taken, over data that is there; and what it holds when idle. */
export async function start(): Promise<void> {
  const standIn = await startStandIn(0, 2);
  const enabled = [...Array.from({ length: 49 }, (_, each) => onAnotherChannel(each)), conditionAndTwoCalls];
  const folder = prepareFolder({ enabled });
  const port = await freePort();
  const environment = { ...productEnvironment(standIn.url), PORT: String(port) };
  const firstTakenMs: number[] = [];
  const idleMb: number[] = [];
  let first = 0;
  for (let each = 0; each <= starts; each += 1) {
    const from = performance.now();
    const starting = startProgram(environment, folder);
    await untilTaken(port, (first += 1));
    // The first start of all makes the key and fills caches.
    if (each > 0) firstTakenMs.push(performance.now() - from);
    const program = await starting;
    await pause(2_000);
    if (each > 0) idleMb.push(residentMb(program.pid));
    if (each === starts) {
      const load = startLoad();
      await load.run({ kind: "closed", port, first: 1_000, count: 10_000, connections: 64 });
      await load.stop();
      await pause(5_000);
      idleMb.push(residentMb(program.pid));
    }
    await program.stop();
  }
  await standIn.stop();
  const afterWork = idleMb.pop() ?? 0;
  showTable(
    `Start, over a folder with 50 enabled workflows; medians of ${starts}`,
    ["", "figure", "worst", "wanted"],
    [
      [
        "first webhook taken, ms after the process began",
        whole(median(firstTakenMs)),
        whole(Math.max(...firstTakenMs)),
        "1,000",
      ],
      ["memory when idle, MB", whole(median(idleMb)), whole(Math.max(...idleMb)), "150"],
      ["memory 5 s after 10,000 events, MB", whole(afterWork), "", ""],
    ],
  );
  process.stdout.write(`\nSeconds: ${firstTakenMs.map((ms) => two(ms / 1_000)).join(", ")}\n`);
}
