import { createWriteStream, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { largestFileBytes, lookBytes, type FileLook } from "#shared/api/archive.ts";
import type { KnownNames } from "#shared/archive/conversationOfRows.ts";
import type { CsvMapping } from "#shared/archive/csvMapping.ts";
import { fold, text } from "#shared/language/text.ts";
import type { Lists } from "#shared/workspace/lists.ts";
import type { CallService, Service } from "../connections/callService.ts";
import { archiveStore } from "../store/archive.ts";
import { archiveImports, type ImportRow } from "../store/archiveImports.ts";
import { archiveSearch } from "../store/archiveSearch.ts";
import { openArchive } from "../store/database.ts";
import { createThread } from "./createThread.ts";
import { ImportRefused, importWorkspace, updateFrom } from "./importWorkspace.ts";
import { layoutOfFile, lookAtFile } from "./lookAtFile.ts";

/** The workspace that is connected now. */
export interface ArchiveWorkspace {
  appId: string;
  name: string;
  timezone: string;
  service: Service;
}

export interface ArchiveDeps {
  /** The data folder. */
  data: string;
  workspace(): ArchiveWorkspace;
  /** Null until they are known. */
  lists(): Lists | null;
  /** Calls that give way to all others. */
  call: CallService;
  now(): number;
  newId(): string;
  /** Told when something has changed, a few times a second at most. */
  onChange(): void;
  onTrouble(error: unknown): void;
}

/** What a file is refused for. */
export type Refused = "too-large" | "broken-off" | "unknown" | "no-mapping" | "other-workspace" | "under-way";
export type Began = { outcome: "began"; row: ImportRow } | { outcome: "refused"; why: Refused };

const tellEveryMs = 300;
const longestWaitMs = 2_000;
export const archiveFile = "archive.sqlite";

const broke = {
  what: text("The import broke off unexpectedly.", "La importación se interrumpió de forma inesperada."),
  todo: text(
    "Resume it. If that happens again, the server's log says more.",
    "Reanúdala. Si vuelve a ocurrir, el registro del servidor dice más.",
  ),
};
const elsewhere = {
  what: text("Another workspace is connected now.", "Ahora hay otro espacio de trabajo conectado."),
  todo: text("Connect that workspace again, then resume.", "Vuelve a conectar ese espacio y reanúdala."),
};

/** Brings the file up to date before anybody else looks into it; whether an import or a packing was left half-way. */
function isLeftUndone(file: string): boolean {
  const db = openArchive(file);
  try {
    const underWay = archiveImports(db)
      .all()
      .some(({ state }) => state === "running" || state === "waiting");
    return underWay || archiveStore(db).isOutdated() || archiveSearch(db).notIndexed() > 0;
  } finally {
    db.close();
  }
}

/** Lets through so many bytes, and notes the first of them. */
function createMeter(mostBytes: number) {
  const head: Buffer[] = [];
  let size = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (size < lookBytes) head.push(chunk);
      size += chunk.length;
      if (size > mostBytes) done(new TooLarge());
      else done(null, chunk);
    },
  });
  return { stream, size: () => size, head: () => Buffer.concat(head).subarray(0, lookBytes) };
}
class TooLarge extends Error {}

/**
 * The archive of past conversations: files are taken in here, workspaces are read from here, and all the rest is done by the archive's
 * own thread.
 */
export function createArchive(deps: ArchiveDeps) {
  const { data, workspace, now, onTrouble } = deps;
  const folder = join(data, "imports");
  const file = join(data, archiveFile);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) if (name.startsWith("upload-")) rmSync(join(folder, name), { force: true });
  const hasWork = isLeftUndone(file);

  let telling: NodeJS.Timeout | null = null;
  /** Imports from a workspace that are under way, and what ends their pauses. */
  const reading = new Map<number, { stopped: boolean; wake(): void; ended: Promise<void> }>();

  const thread = createThread({
    file,
    folder,
    onChange() {
      telling ??= setTimeout(() => {
        telling = null;
        deps.onChange();
      }, tellEveryMs);
      telling.unref();
    },
    onTrouble,
  });

  function names(): KnownNames {
    const lists = deps.lists();
    const byName = (items: Lists["teams"] = []) => items.map(({ id, name }) => [fold(name), id] as const);
    const byMail = (lists?.teammates ?? []).flatMap(({ id, detail }) => (detail ? [[fold(detail), id] as const] : []));
    return {
      teams: new Map(byName(lists?.teams)),
      teammates: new Map([...byName(lists?.teammates), ...byMail]),
      tags: new Map(byName(lists?.tags)),
    };
  }

  /** Reads from the workspace in the background, until it is over or stopped. */
  async function read(row: ImportRow): Promise<void> {
    await reading.get(row.id)?.ended;
    const { service } = workspace();
    let wake: () => void = () => undefined;
    const entry = { stopped: false, wake: () => wake(), ended: Promise.resolve() };
    reading.set(row.id, entry);
    const pause = (ms: number) =>
      new Promise<void>((go) => {
        const timer = setTimeout(go, ms);
        wake = () => {
          clearTimeout(timer);
          go();
        };
        if (entry.stopped) wake();
      });
    const work = async () => {
      try {
        const isWhole = await importWorkspace(row, {
          thread,
          call: deps.call,
          service,
          now,
          pause,
          isStopped: () => entry.stopped,
        });
        if (isWhole) await thread.ask("turn", row.id, "done");
      } catch (error) {
        // When the server stops, it stays as it is and is taken up by the next start.
        if (entry.stopped) return;
        if (!(error instanceof ImportRefused)) onTrouble(error);
        await thread.ask("turn", row.id, "failed", error instanceof ImportRefused ? error.trouble : broke);
      }
    };
    entry.ended = work()
      .catch(onTrouble)
      .finally(() => {
        if (reading.get(row.id) === entry) reading.delete(row.id);
      });
  }

  async function stopReading(id: number): Promise<void> {
    const entry = reading.get(id);
    if (!entry) return;
    entry.stopped = true;
    entry.wake();
    // A call that waits for its turn may take longer than a person likes to wait; what it brings is still kept, and then it is over.
    await Promise.race([entry.ended, new Promise((enough) => setTimeout(enough, longestWaitMs).unref())]);
  }

  const isUnderWay = async () =>
    (await thread.ask("state")).imports.some(
      ({ source, state }) => source === "workspace" && (state === "running" || state === "waiting"),
    );

  return {
    ask: thread.ask,
    /** What the beginning of a file looks like; more than that is not read. */
    async look(upload: Readable): Promise<FileLook> {
      const head: Buffer[] = [];
      let size = 0;
      // What comes after is left to the server to drain: the answer still has to leave.
      for await (const chunk of upload.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        head.push(chunk);
        size += chunk.length;
        if (size >= lookBytes) break;
      }
      return lookAtFile(Buffer.concat(head).subarray(0, lookBytes), workspace().timezone);
    },
    /** Takes a file in as it comes; once all of it is there, it is read by itself. */
    async takeFile(name: string, mapping: CsvMapping | null, upload: Readable): Promise<Began> {
      const path = join(folder, `upload-${deps.newId()}`);
      const meter = createMeter(largestFileBytes);
      const refused = (why: Refused): Began => {
        rmSync(path, { force: true });
        return { outcome: "refused", why };
      };
      try {
        await pipeline(upload, meter.stream, createWriteStream(path, { mode: 0o600 }));
      } catch (error) {
        if (error instanceof TooLarge) return refused("too-large");
        const hasGone = upload.destroyed && !upload.readableEnded;
        rmSync(path, { force: true });
        if (hasGone) return { outcome: "refused", why: "broken-off" };
        throw error;
      }
      const { kind } = await layoutOfFile(meter.head());
      if (kind === "unknown") return refused("unknown");
      if (kind === "table" && mapping === null) return refused("no-mapping");
      const row = await thread.ask("beginFile", name, path, meter.size(), kind === "table" ? mapping : null, names());
      return { outcome: "began", row };
    },
    /** Reads everything of the connected workspace, or what began in a time (epoch milliseconds). */
    async fromWorkspace(from: number | null, to: number | null): Promise<Began> {
      if (await isUnderWay()) return { outcome: "refused", why: "under-way" };
      const { appId, name } = workspace();
      const given = { source: "workspace", name, app: appId, startedAt: now(), mapping: null, total: null } as const;
      const row = await thread.ask("begin", { ...given, rangeFrom: from, rangeTo: to });
      await read(row);
      return { outcome: "began", row };
    },
    /** Reads what has changed since. */
    async update(id: number): Promise<Began | null> {
      const row = await thread.ask("get", id);
      if (row?.source !== "workspace") return null;
      if (row.app !== workspace().appId) return { outcome: "refused", why: "other-workspace" };
      if (await isUnderWay()) return { outcome: "refused", why: "under-way" };
      await thread.ask("progress", id, { cursor: updateFrom(row, now()), done: 0 });
      const resumed = await thread.ask("resume", id);
      await read(resumed);
      return { outcome: "began", row: resumed };
    },
    async stop(id: number): Promise<ImportRow | null> {
      const row = await thread.ask("get", id);
      if (!row) return null;
      if (row.state !== "running" && row.state !== "waiting") return row;
      await thread.ask("stop", id);
      await stopReading(id);
      return thread.ask("get", id);
    },
    async resume(id: number): Promise<Began | null> {
      const row = await thread.ask("get", id);
      if (!row) return null;
      if (row.state !== "stopped" && row.state !== "failed") return { outcome: "began", row };
      if (row.source !== "workspace") return { outcome: "began", row: await thread.ask("resume", id) };
      if (row.app !== workspace().appId) return { outcome: "refused", why: "other-workspace" };
      if (await isUnderWay()) return { outcome: "refused", why: "under-way" };
      const resumed = await thread.ask("resume", id);
      await read(resumed);
      return { outcome: "began", row: resumed };
    },
    async removeImport(id: number): Promise<boolean> {
      if (!(await thread.ask("get", id))) return false;
      await stopReading(id);
      await thread.ask("removeImport", id);
      return true;
    },
    /** Goes on with what was under way when the server stopped. */
    async start(): Promise<void> {
      // A thread costs memory, and a moment of every start: without anything to do it waits until it is asked.
      if (!hasWork) return;
      for (const row of (await thread.ask("state")).imports) {
        if (row.source !== "workspace" || (row.state !== "running" && row.state !== "waiting")) continue;
        if (row.app === workspace().appId) await read(row);
        else await thread.ask("turn", row.id, "failed", elsewhere);
      }
    },
    /** Leaves what is under way where it is; the next start goes on with it. */
    async stopAll(): Promise<void> {
      for (const entry of reading.values()) {
        entry.stopped = true;
        entry.wake();
      }
      await Promise.all([...reading.values()].map(({ ended }) => ended));
      if (telling) clearTimeout(telling);
      await thread.close();
    },
  };
}

export type PastArchive = ReturnType<typeof createArchive>;
