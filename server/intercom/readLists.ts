import { entries, record, type Raw } from "#shared/events/raw.ts";
import type { Json } from "#shared/nodes/define.ts";
import { emptyLists, type ListItem, type ListName, type Lists, type OwnList } from "#shared/workspace/lists.ts";
import type { CallService, Service } from "../connections/callService.ts";
import type { Tried, Unanswered } from "../connections/failureOf.ts";
import { ask } from "./ask.ts";
import {
  article,
  attribute,
  conversationAttribute,
  named,
  subscriptionType,
  teammate,
  ticketAttributes,
  ticketState,
  ticketType,
} from "./listItems.ts";

interface Source {
  path: string;
  keys: string[];
  item(raw: Raw): ListItem[];
  /** How many pages are read at most, where the list comes in pages. */
  pages?: number;
}

const sources: Record<Exclude<ListName, OwnList>, Source> = {
  teams: { path: "/teams", keys: ["teams"], item: (raw) => [named(raw)] },
  teammates: { path: "/admins", keys: ["admins"], item: teammate },
  tags: { path: "/tags", keys: ["data"], item: (raw) => [named(raw)] },
  contactAttributes: { path: "/data_attributes?model=contact", keys: ["data"], item: attribute },
  companyAttributes: { path: "/data_attributes?model=company", keys: ["data"], item: attribute },
  conversationAttributes: { path: "/conversations/attributes", keys: ["data"], item: conversationAttribute },
  segments: { path: "/segments", keys: ["segments", "data"], item: (raw) => [named(raw)] },
  ticketTypes: { path: "/ticket_types", keys: ["data", "ticket_types"], item: ticketType },
  ticketAttributes: { path: "/ticket_types", keys: ["data", "ticket_types"], item: ticketAttributes },
  ticketStates: { path: "/ticket_states", keys: ["data", "ticket_states"], item: ticketState },
  subscriptionTypes: { path: "/subscription_types", keys: ["data"], item: subscriptionType },
  brands: { path: "/brands", keys: ["data"], item: (raw) => [named(raw)] },
  articles: { path: "/articles", keys: ["data"], item: article, pages: 4 },
};

/** Refusals that only mean that there is nothing to show: no permission, not in the plan, not at this version. */
const nothingThere = new Set([400, 403, 404]);

/**
 * Everything a picker shows, sorted by name. A list that the token may not read, or that the workspace's plan lacks, is
 * empty. Source: Intercom 2.16, GET /teams, /admins, /tags, /data_attributes, /conversations/attributes, /segments,
 * /ticket_types, /ticket_states, /subscription_types, /brands, /articles.
 */
export async function readLists(call: CallService, service: Service): Promise<Tried<{ lists: Lists }>> {
  const answers = new Map<string, Json>();
  const readPage = async (path: string): Promise<Json | Unanswered> => {
    const known = answers.get(path);
    if (known !== undefined) return known;
    const answer = await ask(call, service, path);
    if (!answer.ok && !nothingThere.has(answer.status)) return answer;
    const body = answer.ok ? answer.body : {};
    answers.set(path, body);
    return body;
  };
  const read = async ({ path, keys, item, pages }: Source): Promise<ListItem[] | Unanswered> => {
    const found: ListItem[] = [];
    for (let page = 1; page <= (pages ?? 1); page += 1) {
      const body = await readPage(page === 1 ? path : `${path}?page=${page}`);
      if (isUnanswered(body)) return body;
      found.push(...entries(record(body), ...keys).flatMap(item));
      if (page >= Number(record(record(body)["pages"])["total_pages"] ?? 1)) break;
    }
    return found.filter(({ id }) => id !== "").toSorted((a, b) => a.name.localeCompare(b.name));
  };
  const lists = emptyLists();
  for (const name of Object.keys(sources) as (keyof typeof sources)[]) {
    const found = await read(sources[name]);
    if (!Array.isArray(found)) return { ok: false, ...found };
    lists[name] = found;
  }
  return { ok: true, lists };
}

const isUnanswered = (body: Json | Unanswered): body is Unanswered =>
  typeof body === "object" && body !== null && "what" in body && "todo" in body;
