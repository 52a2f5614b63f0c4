import type { Facts } from "#shared/events/facts.ts";
import { conversationFrom, messageFromSource } from "#shared/events/normalise.ts";
import { entries, record, string } from "#shared/events/raw.ts";
import type { Json } from "#shared/nodes/define.ts";
import type { CallService, Service } from "../connections/callService.ts";
import type { Tried } from "../connections/failureOf.ts";
import { ask } from "./ask.ts";

const perPage = 50;

/** One page of what a search finds. Source: Intercom 2.16, POST /conversations/search. */
export async function searchConversations(
  call: CallService,
  service: Service,
  query: Json,
  after: string | null,
): Promise<Tried<{ found: Facts[]; next: string | null }>> {
  const pagination = { per_page: perPage, ...(after === null ? {} : { starting_after: after }) };
  const answer = await ask(call, service, "/conversations/search", { query, pagination });
  if (!answer.ok) return answer;
  const found = entries(answer.body, "conversations", "data").map((raw) => ({
    conversation: conversationFrom(raw),
    message: messageFromSource(raw),
  }));
  const next = string(record(record(record(answer.body)["pages"])["next"])["starting_after"]);
  return { ok: true, found, next: next || null };
}
