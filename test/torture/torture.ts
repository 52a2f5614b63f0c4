import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { boundaries, type Boundary } from "#server/store/boundary.ts";
import { routes } from "#shared/api/routes.ts";
import { apiKey, type Program, startProgram } from "../support/program.ts";
import { chanceFrom } from "./chance.ts";
import { startIntercom } from "./intercom.ts";
import { deliver, secret } from "./deliver.ts";
import { mischiefFrom } from "./mischief.ts";
import type { Done } from "./model.ts";
import { tortured, verdict } from "./tortured.ts";

const root = join(import.meta.dirname, "../..");
/** A boundary that nothing comes to is given up after so long. */
const longestLifeMs = 3_000;

/** The torture has no schedule: `test/server/schedulesKilled.test.ts` has. */
export const reachable = boundaries.filter((at) => at !== "schedule under way");

export interface Tally {
  kills: number;
  /** Lives that ended at each boundary. */
  at: ReadonlyMap<Boundary | "any time", number>;
  conversations: number;
  effects: number;
  /** Effects that were asked for and not done, though no person is asked about them. */
  lost: string[];
  /** Effects that were done more than once. */
  doubled: string[];
  /** Messages that wait for a person, and what else does. */
  parkedMessages: number;
  parkedOthers: string[];
}

export interface TortureOptions {
  seed: number;
  /** How often the server is killed: at every boundary in turn, and between these at any time. */
  kills: number;
  /** New conversations in each of its lives. */
  perLife: number;
  onLife?(life: number, of: number): void;
}

/**
 * Kills the real server over and over while conversations come in and Intercom misbehaves, then lets it finish, and counts at
 * Intercom's side what was done.
 */
export async function torture({ seed, kills, perLife, onLife }: TortureOptions): Promise<Tally> {
  const chance = chanceFrom(seed);
  let isUnkind = true;
  const mischief = mischiefFrom(seed + 1);
  const intercom = await startIntercom((method) => (isUnkind ? mischief(method) : null));
  const folder = mkdtempSync(join(tmpdir(), "switchboard-torture-"));
  const port = await freePort();
  const environment = {
    PORT: String(port),
    INTERCOM_API_URL: intercom.url,
    INTERCOM_ACCESS_TOKEN: "t",
    INTERCOM_CLIENT_SECRET: secret,
    INTERCOM_TIMEOUT_SECONDS: "1",
    CATCH_UP: "off",
    LOG_LEVEL: "silent",
  };
  let program: Program | null = null;
  const accepted: Promise<void>[] = [];
  const abort = new AbortController();
  let startMs = 1_000;
  const at = new Map<Boundary | "any time", number>();
  try {
    program = await startProgram(environment, folder);
    await prepare(program);
    await program.stop();
    for (let life = 0; life < kills; life += 1) {
      onLife?.(life, kills);
      const place = life % 2 === 0 ? reachable[(life / 2) % reachable.length] : undefined;
      const child = startServer(
        folder,
        environment,
        place ? { KILL_AT: place, KILL_NTH: String(1 + chance.below(4)) } : {},
      );
      for (let index = 0; index < perLife; index += 1)
        accepted.push(deliver(`http://127.0.0.1:${port}`, life * perLife + index, abort.signal));
      // Of those killed at any time, every third is still starting.
      const isStarting = !place && life % 3 === 0;
      const killed = isStarting
        ? await endOf(child, chance.next() * startMs)
        : await endOf(child, place ? longestLifeMs : chance.below(1_400), (ms) => (startMs = ms));
      const ended = killed ? (place ?? "any time") : "any time";
      at.set(ended, (at.get(ended) ?? 0) + 1);
    }
    isUnkind = false;
    program = await startProgram(environment, folder);
    await Promise.all(accepted);
    await finished(program);
    return { kills, at, ...(await tallyOf(program, intercom.done, kills * perLife)) };
  } finally {
    abort.abort();
    await program?.stop();
    await intercom.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function prepare(program: Program): Promise<void> {
  const { id } = await program.call(routes.createWorkflow, { body: { name: "Tortured", document: tortured } });
  await program.call(routes.publish, { params: { id }, body: { revision: 1 } });
  await program.call(routes.setMode, { params: { id }, body: { mode: "on" } });
  // So many conversations at once are a flood anywhere else.
  await program.call(routes.setLimits, { body: { actions: 1_000, runs: 1_000_000 } });
}

const start: { scripts: { start: string } } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

function startServer(folder: string, environment: Record<string, string>, kill: Record<string, string>): ChildProcess {
  const [, ...flags] = start.scripts.start.split(" ");
  return spawn(process.execPath, ["--import", "./test/torture/killAt.ts", ...flags], {
    cwd: root,
    env: { PATH: process.env["PATH"] ?? "", DATA_DIR: folder, SWITCHBOARD_API_KEY: apiKey, ...environment, ...kill },
    stdio: ["ignore", "pipe", "ignore"],
  });
}

/**
 * Waits for the process to end by itself; ends it `longestMs` after it is up, or at once after `longestMs` where nobody wants to know
 * how long it took to come up. True where it ended by itself.
 */
async function endOf(child: ChildProcess, longestMs: number, onUp?: (afterMs: number) => void): Promise<boolean> {
  const ended = once(child, "exit").then(() => true);
  const began = Date.now();
  if (onUp && child.stdout && !(await Promise.race([once(child.stdout, "data").then(() => false), ended])))
    onUp(Date.now() - began);
  const bySelf = await Promise.race([ended, pause(longestMs, false)]);
  if (!bySelf) child.kill("SIGKILL");
  await ended;
  return bySelf;
}

/** Until nothing runs or waits but what waits for a person. */
async function finished(program: Program): Promise<void> {
  for (;;) {
    const going = await Promise.all(
      (["running", "waiting"] as const).map((status) => program.call(routes.listRuns, { query: { status, limit: 1 } })),
    );
    if (going.every(({ runs }) => runs.length === 0)) return;
    await pause(100);
  }
}

async function tallyOf(program: Program, done: readonly Done[], conversations: number) {
  const parked = await parkedIn(program);
  return {
    conversations,
    effects: done.length,
    ...verdict(done, conversations, new Set(parked.keys())),
    parkedMessages: [...parked].filter(([, step]) => step === "message").length,
    parkedOthers: [...parked].filter(([, step]) => step !== "message").map(([id, step]) => `${id} ${step}`),
  };
}

/** Which conversations wait for a person, and at which step. */
async function parkedIn(program: Program): Promise<ReadonlyMap<string, string>> {
  const all = new Map<string, string>();
  let before: string | undefined;
  for (;;) {
    const { runs, more } = await program.call(routes.listRuns, { query: { status: "parked", limit: 200, before } });
    for (const { id, subject } of runs) {
      const { steps } = await program.call(routes.getRun, { params: { id } });
      all.set(subject?.id ?? "", steps.find(({ status }) => status === "parked")?.node ?? "");
    }
    before = runs.at(-1)?.id;
    if (!more) return all;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
