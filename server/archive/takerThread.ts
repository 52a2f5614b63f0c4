import { setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import { type Apart, type Brought, takeApart } from "./takeBundle.ts";

/** What it is sent: what was brought, the bytes of all one after the other. */
export interface Sent {
  bytes: Uint8Array<ArrayBuffer>;
  /** Null where nothing was brought. */
  pieces: readonly { line: number | null; size: number | null }[];
  /** Epoch milliseconds. */
  now: number;
}
/** What it says: that it has been started, then what became of each that it was sent, in order. */
export type Said = { kind: "ready" } | { kind: "taken"; apart: Apart } | { kind: "refused"; error: unknown };

/** From 0, as everybody else, to 19. */
const niceness = 10;

const port = parentPort;
if (!port) throw new Error("a taker was started as a program");
const say = (said: Said, hands: ArrayBuffer[] = []) => port.postMessage(said, hands);
// Whatever is live goes first. Elsewhere than on Linux this would slow down the whole process. Source: Linux, setpriority(2), "Notes".
if (process.platform === "linux") setPriority(niceness);
// As in the main thread: a key such as "__proto__" in somebody's data can change nothing for everybody.
Object.freeze(Object.prototype);

function broughtIn({ bytes, pieces }: Sent): Brought[] {
  let at = 0;
  return pieces.map(({ line, size }) => {
    if (size === null) return { line, bytes: null };
    at += size;
    return { line, bytes: Buffer.from(bytes.buffer, at - size, size) };
  });
}

/** The same with all that is packed in one buffer, which changes hands instead of being copied. */
function inOneBuffer(apart: Apart): { apart: Apart; buffer: ArrayBuffer } {
  const all = new Uint8Array(apart.kept.reduce((sum, { packed }) => sum + packed.length, 0));
  let at = 0;
  const kept = apart.kept.map((each) => {
    all.set(each.packed, at);
    at += each.packed.length;
    return { ...each, packed: all.subarray(at - each.packed.length, at) };
  });
  return { apart: { ...apart, kept }, buffer: all.buffer };
}

port.on("message", (sent: Sent) => {
  try {
    const { apart, buffer } = inOneBuffer(takeApart(broughtIn(sent), sent.now));
    say({ kind: "taken", apart }, [buffer]);
  } catch (error) {
    say({ kind: "refused", error });
  }
});
say({ kind: "ready" });
