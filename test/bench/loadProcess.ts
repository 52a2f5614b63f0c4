import { connect, type Socket } from "node:net";
import { requestBytes } from "./notification.ts";

/**
 * The load generator, in a process of its own: prepared requests over raw sockets, so that it costs a small part of what it measures.
 * `closed`: each connection sends the next as soon as it has been answered. `open`: sent at their time whether or not earlier
 * ones have been answered, and latency counts from that time (no coordinated omission). `runs`: as `closed`, while no more
 * than `inFlight` of what was sent has not been finished by the server, which `finished` messages tell.
 */
export type Order =
  | { kind: "closed"; port: number; first: number; count: number; connections: number }
  | { kind: "open"; port: number; first: number; count: number; connections: number; perSecond: number }
  | { kind: "runs"; port: number; first: number; count: number; connections: number; inFlight: number }
  | { kind: "finished"; count: number };

export interface Load {
  seconds: number;
  /** Per status, how often; 0 for a connection that broke. */
  statuses: Record<string, number>;
  /** Milliseconds of those answered 200, and of the others, sorted. */
  accepted: number[];
  refused: number[];
  /** How late the generator itself was at worst, milliseconds. */
  lateMs: number;
}

interface Sending {
  since: number;
  sentAt: number;
}

const endOfHead = Buffer.from("\r\n\r\n");

async function run(order: Exclude<Order, { kind: "finished" }>): Promise<Load> {
  const { port, first, count, connections } = order;
  const requests = Array.from({ length: count }, (_, index) => requestBytes(first + index));
  const statuses: Record<string, number> = {};
  const accepted: number[] = [];
  const refused: number[] = [];
  const free: Socket[] = [];
  const sending = new Map<Socket, Sending>();
  let sent = 0;
  let answered = 0;
  let lateMs = 0;
  finished = 0;

  let done: () => void = () => undefined;
  const allAnswered = new Promise<void>((resolve) => {
    done = resolve;
  });

  const allowed = (now: number): boolean => {
    if (sent >= count) return false;
    if (order.kind === "open") return now >= dueAt(sent);
    return order.kind === "closed" || sent - finished < order.inFlight;
  };
  const dueAt = (index: number): number => (order.kind === "open" ? started + (index * 1_000) / order.perSecond : 0);

  function pump(): void {
    const now = performance.now();
    while (free.length > 0 && allowed(now)) {
      const socket = free.pop();
      const request = requests[sent];
      if (!socket || !request) return;
      const since = order.kind === "open" ? dueAt(sent) : now;
      lateMs = Math.max(lateMs, now - since);
      sending.set(socket, { since, sentAt: now });
      sent += 1;
      socket.write(request);
    }
  }

  function answer(socket: Socket, status: string): void {
    const was = sending.get(socket);
    if (!was) return;
    sending.delete(socket);
    statuses[status] = (statuses[status] ?? 0) + 1;
    (status === "200" ? accepted : refused).push(performance.now() - was.since);
    answered += 1;
    // What was refused is under way no more.
    if (status !== "200") finished += 1;
    if (answered === count) done();
  }

  const open = () =>
    new Promise<void>((ready) => {
      const socket = connect({ port, host: "127.0.0.1", noDelay: true });
      let held = Buffer.alloc(0);
      socket.once("connect", () => {
        free.push(socket);
        ready();
      });
      socket.on("data", (chunk) => {
        held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
        const end = held.indexOf(endOfHead);
        if (end < 0) return;
        const head = held.toString("latin1", 0, end);
        const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
        if (held.length < end + 4 + length) return;
        held = Buffer.alloc(0);
        answer(socket, head.slice(9, 12));
        if (/connection: close/i.test(head)) socket.destroy();
        else free.push(socket);
        pump();
      });
      socket.on("error", () => undefined);
      socket.on("close", () => {
        answer(socket, "0");
        const place = free.indexOf(socket);
        if (place >= 0) free.splice(place, 1);
        if (answered < count) void open().then(pump);
      });
    });
  // A few at a time: a server's queue of connections it has not looked at is short.
  for (let opened = 0; opened < connections; opened += 200)
    await Promise.all(Array.from({ length: Math.min(200, connections - opened) }, open));
  const sockets = [...free];

  const started = performance.now() + 1;
  wake = pump;
  const clock = setInterval(pump, 1);
  pump();
  await allAnswered;
  const seconds = (performance.now() - started) / 1_000;
  clearInterval(clock);
  for (const socket of sockets) socket.destroy();
  const sorted = (figures: number[]) => figures.toSorted((a, b) => a - b);
  return { seconds, statuses, accepted: sorted(accepted), refused: sorted(refused), lateMs };
}

let finished = 0;
let wake: () => void = () => undefined;

process.on("message", (order: Order) => {
  if (order.kind === "finished") {
    finished += order.count;
    wake();
    return;
  }
  void run(order).then((load) => process.send?.(load));
});
