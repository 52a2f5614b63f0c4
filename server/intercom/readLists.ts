import { entries, record, string, type Raw } from "#shared/events/raw.ts";
import type { ListItem, Lists } from "#shared/workspace/lists.ts";
import type { CallService, Service } from "../connections/callService.ts";
import type { Tried, Unanswered } from "../connections/failureOf.ts";
import { ask } from "./ask.ts";

const types: Record<string, ListItem["type"]> = {
  string: "text",
  integer: "number",
  float: "number",
  decimal: "number",
  boolean: "boolean",
  date: "date",
  datetime: "date",
  list: "list",
};

const named = (raw: Raw): ListItem => ({ id: string(raw["id"]), name: string(raw["name"]) });

const teammate = (raw: Raw): ListItem[] =>
  raw["type"] === "admin" || raw["type"] === undefined ? [{ ...named(raw), detail: string(raw["email"]) }] : [];

/** Custom attributes only: what Intercom itself keeps of everyone stands among the built-in values already. */
function attribute(raw: Raw): ListItem[] {
  const name = string(raw["name"]);
  if (raw["custom"] !== true || raw["archived"] === true || name === "") return [];
  const options = [
    ...entries(raw["options"], "options").map((option) => string(option["value"]) || string(option["label"])),
    ...(Array.isArray(raw["options"]) ? raw["options"].filter((option) => typeof option === "string") : []),
  ].filter((option) => option !== "");
  const type = options.length > 0 ? "list" : types[string(raw["data_type"])];
  const label = string(raw["label"]);
  const detail = string(raw["description"]);
  return [
    {
      id: name,
      name: label || name,
      ...(detail ? { detail } : {}),
      type: type ?? "text",
      ...(options.length > 0 ? { options } : {}),
      ...(raw["api_writable"] === false ? { readOnly: true } : {}),
    },
  ];
}

/** Conversation attributes are all custom. */
const conversationAttribute = (raw: Raw): ListItem[] => attribute({ ...raw, custom: raw["custom"] ?? true });

const sources: Record<keyof Lists, { path: string; keys: string[]; item(raw: Raw): ListItem[] }> = {
  teams: { path: "/teams", keys: ["teams"], item: (raw) => [named(raw)] },
  teammates: { path: "/admins", keys: ["admins"], item: teammate },
  tags: { path: "/tags", keys: ["data"], item: (raw) => [named(raw)] },
  contactAttributes: { path: "/data_attributes?model=contact", keys: ["data"], item: attribute },
  companyAttributes: { path: "/data_attributes?model=company", keys: ["data"], item: attribute },
  conversationAttributes: { path: "/conversations/attributes", keys: ["data"], item: conversationAttribute },
};

/**
 * Everything a picker shows, sorted by name. A list that the token may not read, or that the workspace's plan lacks, is
 * empty. Source: Intercom 2.16, GET /teams, /admins, /tags, /data_attributes, /conversations/attributes.
 */
export async function readLists(call: CallService, service: Service): Promise<Tried<{ lists: Lists }>> {
  const read = async (name: keyof Lists): Promise<ListItem[] | Unanswered> => {
    const { path, keys, item } = sources[name];
    const answer = await ask(call, service, path);
    if (!answer.ok) return answer.status === 403 || answer.status === 404 || answer.status === 400 ? [] : answer;
    return entries(record(answer.body), ...keys)
      .flatMap(item)
      .filter(({ id }) => id !== "")
      .toSorted((a, b) => a.name.localeCompare(b.name));
  };
  const lists: Lists = {
    teams: [],
    teammates: [],
    tags: [],
    contactAttributes: [],
    companyAttributes: [],
    conversationAttributes: [],
  };
  for (const name of Object.keys(sources) as (keyof Lists)[]) {
    const found = await read(name);
    if (!Array.isArray(found)) return { ok: false, ...found };
    lists[name] = found;
  }
  return { ok: true, lists };
}
