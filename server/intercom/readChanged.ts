import { type Raw, record } from "#shared/events/raw.ts";
import type { CallService, Service } from "../connections/callService.ts";
import type { Tried } from "../connections/failureOf.ts";
import { ask } from "./ask.ts";
import { searchSubjects } from "./subjects.ts";

const perPage = 150;

/**
 * Ids of conversations that changed since an instant (epoch milliseconds), at most so many pages of 150.
 * Source: Intercom 2.16, POST /conversations/search.
 */
export async function readChanged(
  call: CallService,
  service: Service,
  since: number,
  mostPages: number,
): Promise<Tried<{ ids: string[] }>> {
  const query = { field: "updated_at", operator: ">", value: Math.floor(since / 1000) };
  const ids = new Set<string>();
  let after: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const read = await searchSubjects(call, service, "conversation", { query, perPage, after });
    if (!read.ok) return read;
    for (const { id } of read.found) ids.add(id);
    after = read.next;
    if (after === null) break;
  }
  return { ok: true, ids: [...ids] };
}

/** A conversation with its parts, as Intercom shows it. Source: Intercom 2.16, GET /conversations/{id}. */
export async function readWhole(
  call: CallService,
  service: Service,
  id: string,
): Promise<Tried<{ conversation: Raw }>> {
  const answer = await ask(call, service, `/conversations/${encodeURIComponent(id)}?display_as=plaintext`);
  return answer.ok ? { ok: true, conversation: record(answer.body) } : answer;
}
