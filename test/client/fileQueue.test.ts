import { describe, expect, it } from "vitest";
import { createFileQueue, isBusy } from "#client/archive/fileQueue.ts";
import type { FileLook } from "#shared/api/archive.ts";
import type { CsvMapping } from "#shared/archive/csvMapping.ts";
import { text } from "#shared/language/text.ts";

const mapping: CsvMapping = { rows: "message", delimiter: ",", columns: {}, dayFirst: true, timezone: "UTC" };
const table: FileLook = { kind: "table", columns: ["a"], rows: [["1"]], guess: mapping };
const file = (name: string) => new File(["…"], name);

/** Files are what their names say; each is sent when the test lets it, and all that was sent is noted. */
function rig() {
  const sent: { name: string; mapping: CsvMapping | null; stopped: boolean }[] = [];
  const ends: { resolve(): void; reject(error: unknown): void; onShare(share: number): void }[] = [];
  const queue = createFileQueue({
    async look({ name }) {
      if (name.endsWith(".csv")) return table;
      if (name.endsWith(".png")) return { kind: "unknown", what: text("No.", "No."), todo: text("Do.", "Haz.") };
      return { kind: "conversations" };
    },
    send({ name }, given, onShare, signal) {
      const entry = { name, mapping: given, stopped: false };
      sent.push(entry);
      return new Promise<void>((resolve, reject) => {
        ends.push({ resolve, reject, onShare });
        signal.addEventListener("abort", () => {
          entry.stopped = true;
          reject(signal.reason);
        });
      });
    },
  });
  const steps = () => queue.store.getState().files.map(({ file: { name }, now: { step } }) => [name, step]);
  const settle = () => new Promise((settled) => setImmediate(settled));
  return { queue, sent, ends, steps, settle };
}

describe("files that were chosen", () => {
  it("are sent one after the other, and are gone from the list when they are there", async () => {
    const { queue, sent, ends, steps, settle } = rig();
    void queue.add([file("a.jsonl"), file("b.jsonl")]);
    await settle();
    expect(steps()).toEqual([
      ["a.jsonl", "sending"],
      ["b.jsonl", "waits"],
    ]);
    ends[0]?.onShare(0.5);
    expect(queue.store.getState().files[0]?.now).toEqual({ step: "sending", share: 0.5 });
    expect(isBusy(queue.store.getState().files)).toBe(true);
    ends[0]?.resolve();
    await settle();
    expect(steps()).toEqual([["b.jsonl", "sending"]]);
    ends[1]?.resolve();
    await settle();
    expect(sent.map(({ name }) => name)).toEqual(["a.jsonl", "b.jsonl"]);
    expect(steps()).toEqual([]);
    expect(isBusy(queue.store.getState().files)).toBe(false);
  });

  it("do not wait for a table that nobody has explained yet; it is sent with its columns", async () => {
    const { queue, sent, ends, steps, settle } = rig();
    void queue.add([file("desk.csv"), file("a.jsonl"), file("cat.png")]);
    await settle();
    expect(steps()).toEqual([
      ["desk.csv", "asks"],
      ["a.jsonl", "sending"],
      ["cat.png", "unknown"],
    ]);
    const key = queue.store.getState().files[0]?.key ?? 0;
    void queue.map(key, mapping);
    ends[0]?.resolve();
    await settle();
    expect(sent.map(({ name, mapping: given }) => [name, given])).toEqual([
      ["a.jsonl", null],
      ["desk.csv", mapping],
    ]);
  });

  it("stay when they could not be sent, and let the next go; tried again, a table keeps its columns", async () => {
    const { queue, sent, ends, steps, settle } = rig();
    void queue.add([file("desk.csv")]);
    await settle();
    const key = queue.store.getState().files[0]?.key ?? 0;
    void queue.map(key, mapping);
    void queue.add([file("a.jsonl")]);
    await settle();
    ends[0]?.reject(new Error("the line is down"));
    await settle();
    expect(steps()).toEqual([
      ["desk.csv", "failed"],
      ["a.jsonl", "sending"],
    ]);
    void queue.again(key);
    ends[1]?.resolve();
    await settle();
    expect(sent.at(-1)).toEqual({ name: "desk.csv", mapping, stopped: false });
  });

  it("are stopped when they are taken away while they are sent", async () => {
    const { queue, sent, steps, settle } = rig();
    void queue.add([file("a.jsonl"), file("b.jsonl")]);
    await settle();
    queue.remove(queue.store.getState().files[0]?.key ?? 0);
    await settle();
    expect(sent.map(({ name, stopped }) => [name, stopped])).toEqual([
      ["a.jsonl", true],
      ["b.jsonl", false],
    ]);
    expect(steps()).toEqual([["b.jsonl", "sending"]]);
  });
});
