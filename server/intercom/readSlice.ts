import { conversationFrom } from "#shared/events/normalise.ts";
import { entries, number, type Raw, record, string } from "#shared/events/raw.ts";
import type { Json } from "#shared/nodes/define.ts";
import type { CallService, Service } from "../connections/callService.ts";
import type { Tried } from "../connections/failureOf.ts";
import { ask } from "./ask.ts";

/** Instants in epoch milliseconds, both included; null for no bound. */
export interface Bounds {
  from: number | null;
  to: number | null;
}

/** A conversation that a search has found, without its parts. */
export interface InSlice {
  id: string;
  createdAt: number | null;
  updatedAt: number | null;
}

const perPage = 150;

/** Whole seconds just outside: `>` and `<` leave out what is equal, and what is found twice does no harm. */
const within = (field: "created_at" | "updated_at", { from, to }: Bounds): Json[] => [
  ...(from === null ? [] : [{ field, operator: ">", value: Math.floor(from / 1000) - 1 }]),
  ...(to === null ? [] : [{ field, operator: "<", value: Math.ceil(to / 1000) + 1 }]),
];

const query = (created: Bounds, updated: Bounds): Json => {
  const all = [...within("created_at", created), ...within("updated_at", updated)];
  return { operator: "AND", value: all.length > 0 ? all : [{ field: "created_at", operator: ">", value: 0 }] };
};

const anytime: Bounds = { from: null, to: null };

/** How many conversations began in a time. Source: Intercom 2.16, POST /conversations/search. */
export async function countIn(
  call: CallService,
  service: Service,
  created: Bounds,
  updated: Bounds = anytime,
): Promise<Tried<{ count: number }>> {
  const answer = await ask(call, service, "/conversations/search", {
    query: query(created, updated),
    pagination: { per_page: 1 },
  });
  return answer.ok ? { ok: true, count: number(record(answer.body)["total_count"]) ?? 0 } : answer;
}

/** One page of the conversations that began, and were changed, in a time. Source: as above. */
export async function readSlice(
  call: CallService,
  service: Service,
  { created, updated = anytime, after }: { created: Bounds; updated?: Bounds; after: string | null },
): Promise<Tried<{ found: InSlice[]; next: string | null }>> {
  const answer = await ask(call, service, "/conversations/search", {
    query: query(created, updated),
    pagination: { per_page: perPage, ...(after === null ? {} : { starting_after: after }) },
  });
  if (!answer.ok) return answer;
  const next = string(record(record(record(answer.body)["pages"])["next"])["starting_after"]);
  const found = entries(answer.body, "conversations", "data").map((raw) => {
    const { id, createdAt, updatedAt } = conversationFrom(raw);
    return { id, createdAt, updatedAt };
  });
  return { ok: true, found, next: next || null };
}

/** A contact as Intercom shows it; null where there is none any more. Source: Intercom 2.16, GET /contacts/{id}. */
export async function readContact(
  call: CallService,
  service: Service,
  id: string,
): Promise<Tried<{ contact: Raw | null }>> {
  const answer = await ask(call, service, `/contacts/${encodeURIComponent(id)}`);
  if (answer.ok) return { ok: true, contact: record(answer.body) };
  return answer.status === 404 ? { ok: true, contact: null } : answer;
}
