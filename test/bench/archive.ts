import {
  createReadStream,
  openAsBlob,
  createWriteStream,
  linkSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import Sqlite from "better-sqlite3";
import { createThread } from "#server/archive/createThread.ts";
import { splitLines } from "#server/archive/splitLines.ts";
import { setThreadFlags } from "#server/threadFlags.ts";
import { noNames } from "#shared/archive/conversationOfRows.ts";
import { routes } from "#shared/api/routes.ts";
import { madeConversation } from "../archive/madeConversation.ts";
import { realFiles, realLines } from "../archive/realConversations.ts";
import { apiKey, startProgram } from "../support/program.ts";
import { median, showTable, two, whole } from "./figures.ts";

const rounds = 5;
const manyConversations = 100_000;
const madeConversations = 10_000;

async function write(path: string, lines: AsyncIterable<string> | Iterable<string>): Promise<number> {
  const file = createWriteStream(path);
  let count = 0;
  for await (const line of lines) {
    count += 1;
    if (!file.write(`${line}\n`)) await once(file, "drain");
  }
  file.end();
  await once(file, "finish");
  return count;
}

function* made(count: number): Generator<string> {
  for (let number = 1; number <= count; number += 1)
    yield JSON.stringify(madeConversation(number, 1_700_000_000 + number * 300));
}

interface Timing {
  wallMs: number;
  cpuMs: number;
}
/** A stopwatch by the wall's clock and by the processor's, which on a shared machine does not show the others. */
function watch(): () => Timing {
  const from = performance.now();
  const cpu = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return { wallMs: performance.now() - from, cpuMs: (user + system) / 1_000 };
  };
}

/** What nobody can do without: each line parsed, and its number, its time and itself inserted. */
async function bare(path: string, folder: string): Promise<Timing> {
  const db = new Sqlite(join(folder, "bare.sqlite"));
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = NORMAL");
  db.exec("create table conversations (id text primary key, created_at integer, raw text)");
  const insert = db.prepare("insert into conversations values (?, ?, ?)");
  const done = watch();
  const lot: [string, number, string][] = [];
  const keep = db.transaction(() => {
    for (const each of lot) insert.run(...each);
  });
  for await (const found of splitLines(createReadStream(path, { highWaterMark: 256 * 1024 }), 8 * 1024 ** 2)) {
    for (const { bytes } of found) {
      const words = bytes?.toString("utf8") ?? "";
      const { id, created_at } = JSON.parse(words) as { id: string; created_at: number };
      lot.push([id, created_at, words]);
    }
    if (lot.length < 500) continue;
    keep();
    lot.length = 0;
  }
  keep();
  const timing = done();
  db.close();
  return timing;
}

/** The same file into the archive, in its own thread: until every conversation can be read, and until every word can be found. */
async function imported(path: string, folder: string): Promise<{ usable: Timing; searchable: Timing }> {
  const upload = join(folder, "upload");
  linkSync(path, upload);
  let told: () => void = () => undefined;
  const thread = createThread({
    file: join(folder, "archive.sqlite"),
    folder,
    onChange: () => told(),
    onTrouble: (error) => {
      throw error;
    },
  });
  // It is there before the watch begins, as the other is.
  await thread.ask("state");
  const done = watch();
  const until = (reached: () => Promise<boolean>) =>
    new Promise<Timing>((reach) => {
      told = () => void reached().then((is) => (is ? reach(done()) : undefined));
    });
  const { id } = await thread.ask("beginFile", "bench", upload, statSync(path).size, null, noNames);
  const usable = await until(async () => (await thread.ask("get", id))?.state === "done");
  const searchable = await until(async () => (await thread.ask("state")).notSearchable === 0);
  await thread.close();
  return { usable, searchable };
}

/** The largest that the whole server gets while it takes in a file of that many conversations. */
async function memory(path: string): Promise<{ megabytes: number; seconds: number }> {
  const program = await startProgram();
  try {
    const from = performance.now();
    const response = await fetch(`${program.url}/api/archive/files?name=many.jsonl`, {
      method: "POST",
      headers: { authorization: `Bearer ${apiKey}`, "content-type": "application/octet-stream" },
      body: await openAsBlob(path),
    });
    if (!response.ok) throw new Error(await response.text());
    for (;;) {
      const { imports, notSearchable } = await program.call(routes.getArchive, {});
      if (imports.every(({ state }) => state === "done") && notSearchable === 0) break;
      await new Promise((later) => setTimeout(later, 500));
    }
    const kibibytes = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${program.pid}/status`, "utf8"))?.[1] ?? 0);
    return { megabytes: (kibibytes * 1_024) / 1e6, seconds: (performance.now() - from) / 1_000 };
  } finally {
    await program.remove();
  }
}

/** Import of past conversations against a bare parse-and-insert of the same file, and what a large one needs of memory. */
export async function archive(): Promise<void> {
  // As the server does at its start.
  setThreadFlags();
  const folder = mkdtempSync(join(tmpdir(), "switchboard-bench-"));
  try {
    const path = join(folder, "conversations.jsonl");
    const count = await write(path, realFiles.length > 0 ? realLines() : made(madeConversations));
    const timings: { bare: Timing; usable: Timing; searchable: Timing }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const own = mkdtempSync(join(folder, "round-"));
      timings.push({ bare: await bare(path, own), ...(await imported(path, own)) });
      rmSync(own, { recursive: true });
    }
    const of = (kind: "bare" | "usable" | "searchable", clock: keyof Timing) =>
      median(timings.map((timing) => timing[kind][clock]));
    const ratio = (kind: "usable" | "searchable", clock: keyof Timing) =>
      two(median(timings.map((timing) => timing.bare[clock] / timing[kind][clock])));
    showTable(
      `Import of ${whole(count)} ${realFiles.length > 0 ? "real" : "made-up"} conversations, ${whole(statSync(path).size / 1e6)} MB`,
      ["", "ms", "of bare", "processor ms", "of bare", "wanted"],
      [
        ["bare parse and insert", whole(of("bare", "wallMs")), "", whole(of("bare", "cpuMs")), "", ""],
        [
          "usable",
          whole(of("usable", "wallMs")),
          ratio("usable", "wallMs"),
          whole(of("usable", "cpuMs")),
          ratio("usable", "cpuMs"),
          "0.5",
        ],
        [
          "searchable",
          whole(of("searchable", "wallMs")),
          ratio("searchable", "wallMs"),
          whole(of("searchable", "cpuMs")),
          ratio("searchable", "cpuMs"),
          "",
        ],
      ],
    );
    if (process.argv.includes("0")) return;
    const many = join(folder, "many.jsonl");
    await write(many, made(manyConversations));
    const { megabytes, seconds } = await memory(many);
    showTable(
      `The whole server during an import of ${whole(manyConversations)} conversations, ${whole(statSync(many).size / 1e6)} MB`,
      ["", "measured", "wanted"],
      [
        ["memory at most, MB", whole(megabytes), "1,000"],
        ["seconds until all is searchable", whole(seconds), ""],
      ],
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
