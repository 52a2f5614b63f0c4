import { Agent, request } from "undici";
import { sealed } from "./sealed.ts";
import type { Workspace } from "./workspace.ts";

const firstPauseMs = 250;
const longestPauseMs = 30_000;
/** Intercom waits so long for a receiver. */
const patienceMs = 5_000;
/** Intercom itself tries only twice; an hour bridges a restart or an update of the receiver. */
const longestTryMs = 60 * 60_000;

/** From `start` to `stop`. */
interface Session {
  url: string;
  agent: Agent;
  stopping: AbortController;
}

async function accepted({ url, agent, stopping }: Session, sent: { body: string; headers: Record<string, string> }) {
  try {
    const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(patienceMs)]);
    const answer = await request(url, { ...sent, method: "POST", dispatcher: agent, signal });
    await answer.body.dump();
    return answer.statusCode >= 200 && answer.statusCode < 300;
  } catch {
    return false;
  }
}

export interface DeliveryDeps {
  workspace: Workspace;
  /** Epoch milliseconds. */
  now(): number;
  onTrouble(error: unknown): void;
}

/**
 * Empties the outbox into the receiver: in order, one at a time, each until it is accepted with 2xx or an hour of trying
 * has passed, with pauses that double from a quarter of a second to half a minute. Works only between `start` and `stop`.
 */
export function createDelivery({ workspace, now, onTrouble }: DeliveryDeps) {
  const { outbox, appId, clientSecret } = workspace;
  let session: Session | null = null;
  let timer: NodeJS.Timeout | null = null;
  let working: Promise<void> | null = null;

  /** The pause to make before the next attempt, in ms; null when the outbox is empty or delivery was stopped. */
  async function deliver(current: Session): Promise<number | null> {
    for (let waiting = outbox.next(); waiting && current === session; waiting = outbox.next()) {
      const at = now();
      const { row, topic, id, attempts, firstSentAt } = waiting;
      outbox.tried(row, at);
      const done = await accepted(current, sealed(waiting, appId, clientSecret, at));
      if (done) outbox.remove(row);
      else if (current !== session) return null;
      else if (now() - (firstSentAt ?? at) >= longestTryMs) {
        outbox.remove(row);
        onTrouble(new Error(`The practice workspace gave up on ${topic} (${id}) after an hour.`));
      } else return Math.min(firstPauseMs * 2 ** Math.min(attempts, 20), longestPauseMs);
    }
    return null;
  }

  function nudge(): void {
    const current = session;
    if (!current || working || timer) return;
    // Not at once: whoever nudges may still stand inside a transaction.
    working = Promise.resolve()
      .then(() => deliver(current))
      .catch((error: unknown) => {
        onTrouble(error);
        return longestPauseMs;
      })
      .then((pauseMs) => {
        working = null;
        if (pauseMs === null || current !== session) return;
        timer = setTimeout(() => {
          timer = null;
          nudge();
        }, pauseMs);
        timer.unref();
      });
  }

  return {
    start(url: string): void {
      session = { url, agent: new Agent(), stopping: new AbortController() };
      nudge();
    },
    /** Tells that there may be something new in the outbox. */
    nudge,
    async stop(): Promise<void> {
      const last = session;
      session = null;
      if (timer) clearTimeout(timer);
      timer = null;
      last?.stopping.abort();
      await working;
      await last?.agent.close();
    },
  };
}
