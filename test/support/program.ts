import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addressOf, type Addressed } from "#shared/api/addressOf.ts";
import type { Got, Route, Sent } from "#shared/api/route.ts";

const root = join(import.meta.dirname, "../..");
const { scripts }: { scripts: { start: string } } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** The whole server as `npm start` runs it, in a process of its own, on a free port. */
export interface Program {
  url: string;
  pid: number;
  folder: string;
  /** Lines it has printed. */
  said(): string;
  /** Calls one of our endpoints with the API key, and gives its status and body. */
  ask<R extends Route>(route: R, sent: Sent<R>): Promise<{ status: number; body: Got<R> }>;
  /** The same, for what must succeed. */
  call<R extends Route>(route: R, sent: Sent<R>): Promise<Got<R>>;
  /** Ends it as an operator would; gives the exit code. */
  stop(): Promise<number | null>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again over the same data, on the same port. */
  again(more?: Record<string, string>): Promise<Program>;
  /** Stops it and removes its data. */
  remove(): Promise<void>;
}

export const apiKey = "a-key-for-scripts-in-tests";
export const owner = { email: "ana@halvero.example", password: "correct-horse-battery" };

export async function startProgram(
  environment: Record<string, string> = {},
  folder = mkdtempSync(join(tmpdir(), "switchboard-")),
): Promise<Program> {
  const [command = "", ...flags] = scripts.start.split(" ");
  const child = spawn(command === "node" ? process.execPath : command, flags, {
    cwd: root,
    env: {
      PATH: process.env["PATH"] ?? "",
      DATA_DIR: folder,
      PORT: "0",
      SWITCHBOARD_API_KEY: apiKey,
      LOG_LEVEL: "warn",
      ...environment,
    },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += String(chunk)));
  const url = await new Promise<string>((found, failed) => {
    child.stdout.on("data", () => {
      const address = /Switchboard is at (\S+)\n/.exec(said)?.[1];
      if (address) found(address);
    });
    child.once("exit", (code) => failed(new Error(`the program ended with ${code}: ${said}`)));
  });

  const ask = async <R extends Route>(route: R, sent: Sent<R>) => {
    const given: Addressed & { body?: unknown } = sent;
    const response = await fetch(`${url}${addressOf(route, given)}`, {
      method: route.method.toUpperCase(),
      headers: { authorization: `Bearer ${apiKey}`, "content-type": "application/json" },
      ...(given.body === undefined ? {} : { body: JSON.stringify(given.body) }),
    });
    return { status: response.status, body: (await response.json()) as Got<R> };
  };
  const program: Program = {
    url,
    pid: child.pid ?? 0,
    folder,
    said: () => said,
    ask,
    async call(route, sent) {
      const { status, body } = await ask(route, sent);
      if (status !== 200) throw new Error(`${route.method} ${route.path}: ${status} ${JSON.stringify(body)}`);
      return body;
    },
    stop: () => end(child, "SIGTERM"),
    kill: async () => void (await end(child, "SIGKILL")),
    again: (more = {}) => startProgram({ ...environment, PORT: new URL(url).port, ...more }, folder),
    async remove() {
      await end(child, "SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return program;
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((ended) => {
    child.once("exit", (code) => ended(code));
    child.kill(signal);
  });
}
