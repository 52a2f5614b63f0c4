import { type ChildProcess, fork, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "#server/store/database.ts";
import { workflowStore } from "#server/store/workflows.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { routes } from "#shared/api/routes.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { validate } from "#shared/workflow/validate.ts";
import { type Program, startProgram } from "../support/program.ts";
import type { Load, Order } from "./loadProcess.ts";
import { accessToken, clientSecret } from "./notification.ts";

const here = (file: string) => join(import.meta.dirname, file);

/** A server under measurement, in a process of its own. */
export interface Measured {
  port: number;
  pid: number;
  folder: string;
  remove(): Promise<void>;
}

/** Nothing that was started outlives the bench, however it ends. */
const started = new Set<number>();
process.once("exit", () => {
  for (const pid of started)
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It has ended by itself.
    }
});
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => process.exit(1));

const outlivedByNone = <C extends { pid?: number | undefined }>(child: C): C => {
  if (child.pid !== undefined) started.add(child.pid);
  return child;
};

const ended = (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise<void>((done) => child.once("exit", () => done()));

async function end(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await ended(child);
}

export interface BareFlow {
  flow: "none" | "calls";
  calls?: number;
  api?: string;
  journal?: boolean;
}

/** Both servers write how long their event loop was held into a file, where it is given. */
const watched = (loopFile?: string) =>
  loopFile ? { LOOP_FILE: loopFile, NODE_OPTIONS: `--import=${here("watchLoop.ts")}` } : {};

export async function startBare(
  { flow, calls = 0, api = "", journal = false }: BareFlow,
  loopFile?: string,
): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "switchboard-bare-"));
  const child = outlivedByNone(
    spawn(process.execPath, [here("bareProcess.ts"), folder, flow, String(calls), api, journal ? "yes" : "no"], {
      stdio: ["ignore", "pipe", "inherit"],
      env: { PATH: process.env["PATH"] ?? "", ...watched(loopFile) },
    }),
  );
  const port = await new Promise<number>((found, failed) => {
    child.stdout.on("data", (chunk) => {
      const at = /Bare is at (\d+)/.exec(String(chunk))?.[1];
      if (at) found(Number(at));
    });
    child.once("exit", (code) => failed(new Error(`the bare server ended with ${code}`)));
  });
  return {
    port,
    pid: child.pid ?? 0,
    folder,
    async remove() {
      await end(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface ProductSetUp {
  api: string;
  /** Drawings that are published and on. */
  enabled: readonly WorkflowDocument[];
  /** Fills the database before the start. */
  fill?(folder: string): void;
  loopFile?: string;
}

/** A folder with these workflows published and turned on, as the screens would leave it. */
export function prepareFolder({ enabled, fill }: Pick<ProductSetUp, "enabled" | "fill">): string {
  const folder = mkdtempSync(join(tmpdir(), "switchboard-bench-"));
  fill?.(folder);
  const db = openDatabase(join(folder, "switchboard.sqlite"));
  const workflows = workflowStore(db);
  db.transaction(() => {
    for (const [index, document] of enabled.entries()) {
      const wrong = validate(document, registry, null).find(({ level }) => level === "error");
      if (wrong) throw new Error(`Bench ${index} could not be published: ${wrong.text.en}`);
      workflows.create(`bench${index}`, `Bench ${index}`, document, 0);
      workflows.addVersion(`bench${index}`, 1, document, 0, "");
      workflows.setMode(`bench${index}`, "on");
    }
  })();
  db.close();
  return folder;
}

export const productEnvironment = (api: string) => ({
  NODE_ENV: "production",
  INTERCOM_API_URL: api,
  INTERCOM_ACCESS_TOKEN: accessToken,
  INTERCOM_CLIENT_SECRET: clientSecret,
  CATCH_UP: "off",
});

/** The whole program as `npm start` runs it, connected to the stand-in. */
export async function startProduct(setUp: ProductSetUp): Promise<Measured & Pick<Program, "call">> {
  const folder = prepareFolder(setUp);
  const program = outlivedByNone(
    await startProgram({ ...productEnvironment(setUp.api), ...watched(setUp.loopFile) }, folder),
  );
  const trouble = program.said().replace(/^.*(Switchboard is at|Create the owner).*\n/gm, "");
  if (trouble !== "") throw new Error(`The product says: ${trouble}`);
  // Thousands a second of one workflow are a flood anywhere else.
  await program.call(routes.setLimits, { body: { actions: 1_000, runs: 1_000_000 } });
  return {
    port: Number(new URL(program.url).port),
    pid: program.pid,
    folder,
    remove: program.remove,
    call: program.call,
  };
}

export interface StandIn {
  url: string;
  /** Told how many runs have had their last call. */
  onFinished(told: (count: number) => void): void;
  stop(): Promise<void>;
}

export async function startStandIn(latencyMs: number, callsEach: number): Promise<StandIn> {
  const child = outlivedByNone(fork(here("standInProcess.ts"), [String(latencyMs), String(callsEach)]));
  const { port } = await new Promise<{ port: number }>((told) => child.once("message", told));
  return {
    url: `http://127.0.0.1:${port}`,
    onFinished(told) {
      child.removeAllListeners("message");
      child.on("message", ({ finished }: { finished: number }) => told(finished));
    },
    stop: () => end(child),
  };
}

/** The load generator: one order at a time. */
export function startLoad() {
  const child = outlivedByNone(fork(here("loadProcess.ts")));
  let left = 0;
  let allFinished: () => void = () => undefined;
  return {
    run: (order: Order) =>
      new Promise<Load>((done) => {
        child.once("message", done);
        child.send(order);
      }),
    tell(count: number): void {
      child.send({ kind: "finished", count } satisfies Order);
      left -= count;
      if (left <= 0) allFinished();
    },
    /** So many of what was waited for were refused. */
    forgo(count: number): void {
      left -= count;
      if (left <= 0) allFinished();
    },
    /** When so many runs more have been told to be over. */
    allFinished(count: number): Promise<void> {
      left = count;
      return new Promise((done) => {
        allFinished = done;
      });
    },
    stop: () => end(child),
  };
}

const ticksPerSecond = 100;

/** Processor time a process has used, seconds. Source: Linux, proc(5), fields 14 and 15 of /proc/PID/stat. */
export function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

/** Memory a process holds, MB of 10⁶ bytes. */
export function residentMb(pid: number): number {
  const kibibytes = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  return (kibibytes * 1_024) / 1e6;
}
