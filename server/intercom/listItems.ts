import { entries, field, record, string, type Raw } from "#shared/events/raw.ts";
import { subscriptionId, ticketAttributeId, type ListItem } from "#shared/workspace/lists.ts";

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

export const named = (raw: Raw): ListItem => ({ id: string(raw["id"]), name: string(raw["name"]) });

export const teammate = (raw: Raw): ListItem[] =>
  raw["type"] === "admin" || raw["type"] === undefined ? [{ ...named(raw), detail: string(raw["email"]) }] : [];

/** Custom attributes only: what Intercom itself keeps of everyone stands among the built-in values already. */
export function attribute(raw: Raw): ListItem[] {
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
export const conversationAttribute = (raw: Raw): ListItem[] => attribute({ ...raw, custom: raw["custom"] ?? true });

const kept = (raw: Raw): boolean => raw["archived"] !== true;

const withDetail = (item: ListItem, detail: string): ListItem => (detail === "" ? item : { ...item, detail });

export const ticketType = (raw: Raw): ListItem[] =>
  kept(raw) ? [withDetail(named(raw), string(raw["category"]))] : [];

/** A ticket takes an option by its id; `input_options` is undescribed, and has held its entries under several names. */
const ticketOptions = (attributeRaw: Raw): readonly Raw[] =>
  entries(attributeRaw["input_options"], "list_items", "list_options", "items", "options");

/** The attributes of one ticket type but its title and description, which every type has; files cannot be set by a step. */
export const ticketAttributes = (type: Raw): ListItem[] =>
  !kept(type)
    ? []
    : entries(type["ticket_type_attributes"], "data", "ticket_type_attributes").flatMap((raw): ListItem[] => {
        const name = string(raw["name"]);
        if (!kept(raw) || name === "" || name.startsWith("_default_") || raw["data_type"] === "files") return [];
        const options = ticketOptions(raw).filter((option) => string(field(option, "id")) !== "");
        return [
          {
            id: ticketAttributeId(string(type["id"]), name),
            name,
            detail: string(type["name"]),
            type: types[string(raw["data_type"])] ?? "text",
            ...(options.length > 0
              ? {
                  options: options.map((option) => string(option["id"])),
                  optionNames: options.map((option) => string(option["name"]) || string(option["label"])),
                }
              : {}),
          },
        ];
      });

/** Which ticket types may be in the state stands below its name. */
export const ticketState = (raw: Raw): ListItem[] => {
  if (!kept(raw)) return [];
  const item = { id: string(raw["id"]), name: string(raw["internal_label"]) || string(raw["external_label"]) };
  const types = entries(raw["ticket_types"], "data").map((type) => string(type["name"]));
  return [withDetail(item, types.filter((name) => name !== "").join(", "))];
};

export const subscriptionType = (raw: Raw): ListItem[] => {
  const id = string(raw["id"]);
  const name = string(record(raw["default_translation"])["name"]) || string(raw["name"]) || id;
  return id === "" ? [] : [{ id: subscriptionId(string(raw["consent_type"]) || "opt_out", id), name }];
};

export const article = (raw: Raw): ListItem[] => [{ id: string(raw["id"]), name: string(raw["title"]) }];
