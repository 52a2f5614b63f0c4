import { createServer, type AddressInfo, type Socket } from "node:net";
import { appId, webhookPath } from "./notification.ts";

/**
 * Intercom's API as far as the bench calls it, in a process of its own: every call is answered after `latency` milliseconds, reads and
 * what is sent to it instead of to a server (to see what the generator can do) at once. Over raw sockets, since it must never be what bounds a measurement. Tells its parent how many
 * conversations have had their last call: `node standInProcess.ts LATENCY CALLS_EACH`.
 */
const [, , latency = "50", each = "2"] = process.argv;
const latencyMs = Number(latency);
const callsEach = Number(each);

const me = { type: "admin", id: "99", name: "Switchboard", app: { type: "app", id_code: appId, name: "Bench" } };
/** A limit that nothing here comes near: it is not what is measured. */
const rate = "x-ratelimit-limit: 10000000\r\nx-ratelimit-remaining: 10000000\r\nx-ratelimit-reset: 99999999999\r\n";
const answerOf = (body: string) =>
  `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n${rate}content-length: ${body.length}\r\n\r\n${body}`;
const plain = answerOf(JSON.stringify({ type: "list", data: [] }));
const whoAmI = answerOf(JSON.stringify(me));

const calls = new Map<string, number>();
let finished = 0;
let total = 0;

function answerLater(socket: Socket, conversation: string): void {
  setTimeout(() => {
    total += 1;
    const made = (calls.get(conversation) ?? 0) + 1;
    if (made >= callsEach) {
      calls.delete(conversation);
      finished += 1;
    } else calls.set(conversation, made);
    socket.write(
      answerOf(
        `{"type":"conversation","id":"${conversation}","conversation_parts":{"conversation_parts":[{"id":"${total}"}]}}`,
      ),
    );
  }, latencyMs);
}

const server = createServer({ noDelay: true }, (socket) => {
  let held = Buffer.alloc(0);
  socket.on("error", () => undefined);
  socket.on("data", (chunk) => {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    for (;;) {
      const end = held.indexOf("\r\n\r\n");
      if (end < 0) return;
      const head = held.toString("latin1", 0, end);
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
      if (held.length < end + 4 + length) return;
      held = held.subarray(end + 4 + length);
      const [, method = "", path = ""] = /^(\S+) (\S+)/.exec(head) ?? [];
      const conversation = /^\/conversations\/(\d+)/.exec(path)?.[1];
      if (path === webhookPath) socket.write(plain);
      else if (method === "GET") socket.write(path === "/me" ? whoAmI : plain);
      else answerLater(socket, conversation ?? "");
    }
  });
});

setInterval(() => {
  if (finished === 0) return;
  process.send?.({ finished, total });
  finished = 0;
}, 4);

server.listen(0, "127.0.0.1", 4_096, () => process.send?.({ port: (server.address() as AddressInfo).port }));
