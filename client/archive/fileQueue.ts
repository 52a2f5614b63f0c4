import { createStore } from "zustand/vanilla";
import type { FileLook } from "#shared/api/archive.ts";
import type { CsvMapping } from "#shared/archive/csvMapping.ts";
import type { Text } from "#shared/language/text.ts";

export type TableLook = Extract<FileLook, { kind: "table" }>;

/** How a file that was chosen stands, until the server has all of it. */
export type FileStep =
  | { step: "looking" }
  /** A table: somebody has to say what its columns hold. */
  | { step: "asks"; look: TableLook }
  | { step: "unknown"; what: Text; todo: Text }
  | { step: "waits" }
  /** `share` from 0 to 1. */
  | { step: "sending"; share: number }
  | { step: "failed"; error: unknown };

export interface QueuedFile {
  key: number;
  file: File;
  now: FileStep;
  mapping: CsvMapping | null;
}

export interface Sending {
  look(file: File): Promise<FileLook>;
  send(file: File, mapping: CsvMapping | null, onShare: (share: number) => void, signal: AbortSignal): Promise<unknown>;
}

/** Files that were chosen, sent one after the other. It belongs to no screen: it goes on while others are looked at. */
export function createFileQueue({ look, send }: Sending) {
  const store = createStore<{ files: readonly QueuedFile[] }>(() => ({ files: [] }));
  let nextKey = 1;
  let stopping: { key: number; controller: AbortController } | null = null;

  const find = (key: number) => store.getState().files.find((each) => each.key === key);
  const change = (key: number, to: Partial<QueuedFile>) =>
    store.setState(({ files }) => ({ files: files.map((each) => (each.key === key ? { ...each, ...to } : each)) }));
  const drop = (key: number) => store.setState(({ files }) => ({ files: files.filter((each) => each.key !== key) }));

  async function sendNext(): Promise<void> {
    if (stopping) return;
    const next = store.getState().files.find(({ now }) => now.step === "waits");
    if (!next) return;
    const { key, file, mapping } = next;
    const controller = new AbortController();
    stopping = { key, controller };
    change(key, { now: { step: "sending", share: 0 } });
    try {
      await send(file, mapping, (share) => change(key, { now: { step: "sending", share } }), controller.signal);
      drop(key);
    } catch (error) {
      if (!controller.signal.aborted) change(key, { now: { step: "failed", error } });
    }
    stopping = null;
    return sendNext();
  }

  async function lookAt(key: number, file: File): Promise<void> {
    change(key, { now: { step: "looking" } });
    try {
      const seen = await look(file);
      if (seen.kind === "unknown") return change(key, { now: { step: "unknown", what: seen.what, todo: seen.todo } });
      change(key, { now: seen.kind === "table" ? { step: "asks", look: seen } : { step: "waits" } });
    } catch (error) {
      change(key, { now: { step: "failed", error } });
    }
    return sendNext();
  }

  return {
    store,
    add(files: readonly File[]): Promise<unknown> {
      const added = files.map((file): QueuedFile => ({
        key: nextKey++,
        file,
        now: { step: "looking" },
        mapping: null,
      }));
      store.setState(({ files: before }) => ({ files: [...before, ...added] }));
      return Promise.all(added.map(({ key, file }) => lookAt(key, file)));
    },
    /** Says what the columns of a table hold; it is sent when its turn comes. */
    map(key: number, mapping: CsvMapping): Promise<void> {
      change(key, { mapping, now: { step: "waits" } });
      return sendNext();
    },
    /** Tries again with one that failed. */
    again(key: number): Promise<void> {
      const queued = find(key);
      if (!queued) return Promise.resolve();
      if (!queued.mapping) return lookAt(key, queued.file);
      change(key, { now: { step: "waits" } });
      return sendNext();
    },
    /** Takes it away; what is being sent is stopped. */
    remove(key: number): void {
      drop(key);
      if (stopping?.key === key) stopping.controller.abort();
    },
  };
}

/** Whether leaving the page would stop something. */
export const isBusy = (files: readonly QueuedFile[]): boolean =>
  files.some(({ now: { step } }) => step === "sending" || step === "waits" || step === "looking");
