import { createHmac } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { conversationOf, wordsOf } from "./tortured.ts";

export const secret = "a-client-secret";

/** Sends one conversation's notification until it is accepted. */
export async function deliver(url: string, index: number, signal: AbortSignal): Promise<void> {
  const id = conversationOf(index);
  const body = JSON.stringify({
    type: "notification_event",
    id: `notif_${id}`,
    topic: "conversation.user.created",
    app_id: "app",
    created_at: Math.floor(Date.now() / 1000),
    data: {
      type: "notification_event_data",
      item: {
        type: "conversation",
        id,
        state: "open",
        created_at: Math.floor(Date.now() / 1000),
        source: {
          type: "conversation",
          id: "1",
          body: wordsOf(index),
          author: { type: "user", id: `c${id}`, name: "Ada" },
        },
        contacts: { contacts: [{ id: `c${id}` }] },
      },
    },
  });
  const signature = `sha1=${createHmac("sha1", secret).update(body).digest("hex")}`;
  while (!signal.aborted) {
    const status = await fetch(`${url}/webhooks/intercom`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-hub-signature": signature },
      body,
      signal: AbortSignal.any([signal, AbortSignal.timeout(5_000)]),
    }).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) return;
    await pause(60);
  }
}
