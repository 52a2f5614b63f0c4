import { z } from "zod";
import {
  type Attributes,
  AttributeValue,
  type ConversationAttribute,
  type DataAttribute,
} from "./documents/attributes.ts";
import type { TicketTypeAttribute } from "./documents/ticket.ts";

/** Values as they come in for `custom_attributes`. */
export const AttributesIn = z.record(z.string().max(190), AttributeValue);

export interface Described {
  name: string;
  type: DataAttribute["data_type"] | ConversationAttribute["data_type"];
  options: readonly string[];
}

export const describeData = ({ name, data_type, options }: DataAttribute): Described => ({
  name,
  type: data_type,
  options: options ?? [],
});

export const describeConversation = ({ name, data_type, options }: ConversationAttribute): Described => ({
  name,
  type: data_type,
  options: options?.filter(({ archived }) => !archived).map(({ label }) => label) ?? [],
});

export const describeTicket = ({ name, data_type, options }: TicketTypeAttribute): Described => ({
  name,
  type: data_type,
  options,
});

const wanted: Record<Described["type"], string> = {
  string: "a text",
  list: "one of its options",
  integer: "a whole number",
  float: "a number",
  decimal: "a number",
  boolean: "true or false",
  date: "epoch seconds or an ISO-8601 date",
  datetime: "epoch seconds or an ISO-8601 date",
};

/** The value as Intercom keeps it; undefined where it does not fit. Numbers and instants may come as text. */
function kept(value: AttributeValue, { type, options }: Described): AttributeValue | undefined {
  if (value === null) return null;
  if (type === "boolean") return typeof value === "boolean" ? value : undefined;
  if (type === "string" || type === "list") {
    const words = String(value);
    return options.length === 0 || options.includes(words) ? words : undefined;
  }
  if (typeof value === "boolean" || value === "") return undefined;
  const number = Number(value);
  if (!Number.isNaN(number)) return type === "integer" && !Number.isInteger(number) ? undefined : number;
  if (type !== "date" && type !== "datetime") return undefined;
  const at = Date.parse(String(value));
  return Number.isNaN(at) ? undefined : Math.floor(at / 1000);
}

export type Checked =
  | { outcome: "fits"; values: Attributes }
  | { outcome: "unknown" | "unfit"; name: string; why: string };

/** What may be written, name by name; nothing of it is written if one does not fit. */
export function checkAttributes(values: Attributes, described: readonly Described[]): Checked {
  const fit: Attributes = {};
  for (const [name, value] of Object.entries(values)) {
    const attribute = described.find((one) => one.name === name);
    if (!attribute) return { outcome: "unknown", name, why: `Custom attribute '${name}' does not exist` };
    const keep = kept(value, attribute);
    if (keep === undefined) {
      const choice = attribute.options.length > 0 ? ` (${attribute.options.join(", ")})` : "";
      return { outcome: "unfit", name, why: `Custom attribute '${name}' takes ${wanted[attribute.type]}${choice}` };
    }
    fit[name] = keep;
  }
  return { outcome: "fits", values: fit };
}
