import type { Findable } from "#shared/events/event.ts";
import type { Facts } from "#shared/events/facts.ts";
import { contactFrom, conversationFrom, messageFromSource, ticketFrom } from "#shared/events/normalise.ts";
import { entries, type Raw, record, string } from "#shared/events/raw.ts";
import type { Json } from "#shared/nodes/define.ts";
import type { CallService, Service } from "../connections/callService.ts";
import type { Tried } from "../connections/failureOf.ts";
import { ask } from "./ask.ts";

/** Something that a workflow can be run on, with what is known of it without another call. */
export interface Found {
  id: string;
  facts: Facts;
}

interface Kind {
  /** Below the service's address. */
  path: string;
  /** What one of them is read with besides its path. */
  query: string;
  /** Under which names a search may list them. */
  listed: readonly string[];
  facts(raw: Raw): Facts;
}

const kinds: Record<Findable, Kind> = {
  conversation: {
    path: "/conversations",
    query: "?display_as=plaintext",
    listed: ["conversations", "data"],
    facts: (raw) => ({ conversation: conversationFrom(raw), message: messageFromSource(raw) }),
  },
  contact: {
    path: "/contacts",
    query: "",
    listed: ["data", "contacts"],
    facts: (raw) => ({ contact: contactFrom(raw) }),
  },
  ticket: { path: "/tickets", query: "", listed: ["tickets", "data"], facts: (raw) => ({ ticket: ticketFrom(raw) }) },
};

const foundAs = ({ facts }: Kind, raw: Raw): Found => ({ id: string(raw["id"]), facts: facts(raw) });

/** One of a kind as it is now. Source: Intercom 2.16, GET /conversations/{id}, /contacts/{id}, /tickets/{id}. */
export async function readSubject(
  call: CallService,
  service: Service,
  kind: Findable,
  id: string,
): Promise<Tried<{ found: Found }>> {
  const { path, query } = kinds[kind];
  const answer = await ask(call, service, `${path}/${encodeURIComponent(id)}${query}`);
  return answer.ok ? { ok: true, found: foundAs(kinds[kind], record(answer.body)) } : answer;
}

/** A search, and how a page of it is asked for. */
export interface PageOf {
  query: Json;
  perPage: number;
  /** Where the page before ended; null for the first. */
  after: string | null;
  /** Intercom sorts contacts only. */
  sort?: Json;
}

/** One page of what a search finds. Source: Intercom 2.16, POST /conversations/search, /contacts/search, /tickets/search. */
export async function searchSubjects(
  call: CallService,
  service: Service,
  kind: Findable,
  { query, perPage, after, sort }: PageOf,
): Promise<Tried<{ found: Found[]; next: string | null }>> {
  const { path, listed } = kinds[kind];
  const pagination = { per_page: perPage, ...(after === null ? {} : { starting_after: after }) };
  const answer = await ask(call, service, `${path}/search`, { query, pagination, ...(sort ? { sort } : {}) });
  if (!answer.ok) return answer;
  const next = string(record(record(record(answer.body)["pages"])["next"])["starting_after"]);
  return {
    ok: true,
    found: entries(answer.body, ...listed).map((raw) => foundAs(kinds[kind], raw)),
    next: next || null,
  };
}
