import { entries, record, type Raw, string } from "../../events/raw.ts";
import type { Json } from "../../nodes/define.ts";
import type { RequestEffect } from "../../nodes/effect.ts";
import { request } from "./request.ts";

export interface Filter {
  field: string;
  operator: "=" | ">" | "<" | "!=" | "IN";
  value: string | number | boolean | string[];
}

/** Intercom's query for what all of these hold for. */
export const allOf = (filters: readonly Filter[]): Json => ({
  operator: "AND",
  value: filters.map((filter) => ({ ...filter })),
});

/**
 * Intercom 2.16: POST /contacts/search, /conversations/search, /tickets/search. All filters must hold. Contacts that were made
 * or changed within the last minutes may not be found yet.
 */
export const search = (
  what: "contacts" | "conversations" | "tickets",
  filters: readonly Filter[],
  perPage = 20,
  after: string | null = null,
): RequestEffect =>
  request("POST", `/${what}/search`, {
    query: allOf(filters),
    pagination: { per_page: perPage, ...(after === null ? {} : { starting_after: after }) },
  });

/** Where the next page begins; null after the last. */
export const pageAfter = (answer: Json): string | null =>
  string(record(record(record(answer)["pages"])["next"])["starting_after"]) || null;

/** What was found, as far as one page shows it. */
export const foundIn = (answer: Json | undefined): readonly Raw[] =>
  entries(answer ?? null, "data", "contacts", "conversations", "tickets", "companies");

/** How many there are in all; at least as many as one page shows. */
export const countIn = (answer: Json): number => {
  const total = record(answer)["total_count"];
  return typeof total === "number" ? total : foundIn(answer).length;
};

/** The one that began last; null where nothing was found. Intercom does not say in which order it answers. */
export const latest = (found: readonly Raw[]): Raw | null =>
  found.toSorted((a, b) => Number(b["created_at"] ?? 0) - Number(a["created_at"] ?? 0))[0] ?? null;

export const simulatedSearch = (data: readonly Json[] = []): Json => ({
  type: "list",
  data: [...data],
  total_count: data.length,
  pages: { type: "pages", page: 1, per_page: 20, total_pages: 1 },
});

/** One of the things found, as the JSON it is; null for none. */
export const rawJson = (raw: Raw | null | undefined): Json => (raw ? (raw as Record<string, Json>) : null);
