import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createModel } from "./model.ts";
import type { Mischief } from "./mischief.ts";

/**
 * The model of Intercom over real HTTP on loopback, in the process that lives on.
 * @param mischief asked for each call about a conversation or a message.
 */
export async function startIntercom(mischief: (method: string, path: string) => Mischief | null) {
  const model = createModel(Date.now);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "", url: path = "" } = request;
    const words = await wordsOf(request);
    const trick = /^\/(conversations\/|messages)/.test(path) ? mischief(method, path) : null;
    if (method === "POST" && (!trick || trick.afterwards)) model.write(path, JSON.parse(words));
    if (trick?.does === "hang") return;
    if (trick?.does === "hang up") return void request.socket.destroy();
    if (trick?.does === "answer") {
      if (trick.retryAfter !== undefined) response.setHeader("retry-after", trick.retryAfter);
      return void response.writeHead(trick.status).end("{}");
    }
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(model.read(path)));
  }

  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    done: model.done,
    stop: () =>
      new Promise<void>((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

async function wordsOf(request: IncomingMessage): Promise<string> {
  let words = "";
  for await (const chunk of request) words += String(chunk);
  return words;
}
