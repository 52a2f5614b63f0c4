import type { Findable } from "#shared/events/event.ts";
import type { Json } from "#shared/nodes/define.ts";
import type { CallService, Service } from "../connections/callService.ts";
import type { Tried } from "../connections/failureOf.ts";
import { type Found, searchSubjects } from "./subjects.ts";

const is = (field: string, value: string) => ({ field, operator: "=", value });
const has = (field: string, value: string) => ({ field, operator: "~", value });
const any = (value: Json[]): Json => ({ operator: "OR", value });
const every = (value: Json[]): Json => ({ operator: "AND", value });

/** Whatever there is. */
const all: Json = { field: "created_at", operator: ">", value: 1 };
/** Intercom takes fifteen filters in a group. */
const mostWords = 10;
/** The latest tickets, whose numbers are looked through: Intercom cannot search by the number that people see. */
const latest = 150;

/** Words without the commas and full stops that Intercom knows no word by; all of it where that leaves nothing. */
function bareWords(words: string): string[] {
  const bare = words
    .split(/\s+/)
    .map((word) => word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""))
    .filter((word) => word !== "");
  return bare.length > 0 ? bare.slice(0, mostWords) : [words];
}

/** Where words are looked for. A group has either filters in it or groups, and a message is searched word by word. */
const queries: Record<Findable, (words: string) => Json> = {
  conversation: (words) =>
    any([
      any([has("source.author.name", words), has("source.author.email", words), is("id", words)]),
      every(bareWords(words).map((word) => is("source.body", word))),
    ]),
  contact: (words) => any([has("name", words), has("email", words), has("phone", words), is("id", words)]),
  ticket: (words) => any([has("title", words), has("description", words), is("id", words)]),
};

/** Intercom sorts contacts only. */
const sorts: Partial<Record<Findable, Json>> = { contact: { field: "last_seen_at", order: "descending" } };

/**
 * What words are found in: names, addresses, first messages, titles, and a ticket's number. Without words, whatever comes first.
 * Source: Intercom 2.16, POST /conversations/search, /contacts/search, /tickets/search.
 */
export async function findSubjects(
  call: CallService,
  service: Service,
  kind: Findable,
  words: string,
  limit: number,
): Promise<Tried<{ found: Found[]; more: boolean }>> {
  const sort = sorts[kind];
  const query = words === "" ? all : queries[kind](words);
  const page = { query, perPage: limit, after: null, ...(sort ? { sort } : {}) };
  const read = await searchSubjects(call, service, kind, page);
  if (!read.ok) return read;
  const number = kind === "ticket" ? /^#?(\d+)$/.exec(words)?.[1] : undefined;
  const numbered =
    number === undefined
      ? null
      : await searchSubjects(call, service, kind, { query: all, perPage: latest, after: null });
  if (numbered && !numbered.ok) return numbered;
  const called = numbered?.found.filter(({ facts }) => facts.ticket?.number === number) ?? [];
  const others = read.found.filter(({ id }) => called.every((one) => one.id !== id));
  return { ok: true, found: [...called, ...others].slice(0, limit), more: read.next !== null };
}
