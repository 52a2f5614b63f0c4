import { createHmac } from "node:crypto";
import type { Waiting } from "../store/practice.ts";

/**
 * The body and headers of one delivery. The id stays the same over all attempts. Source: Intercom developer
 * documentation, "Webhooks": envelope, `X-Hub-Signature: sha1=` with the HMAC of the raw body.
 */
export function sealed(waiting: Waiting, appId: string, clientSecret: string, now: number) {
  const body = JSON.stringify({
    type: "notification_event",
    app_id: appId,
    data: { type: "notification_event_data", item: waiting.item },
    links: {},
    id: waiting.id,
    topic: waiting.topic,
    delivery_status: waiting.attempts === 0 ? "pending" : "retry",
    delivery_attempts: waiting.attempts + 1,
    delivered_at: 0,
    first_sent_at: Math.floor((waiting.firstSentAt ?? now) / 1000),
    created_at: waiting.createdAt,
    self: null,
  });
  const signature = `sha1=${createHmac("sha1", clientSecret).update(body).digest("hex")}`;
  return { body, headers: { "content-type": "application/json", "x-hub-signature": signature } };
}
