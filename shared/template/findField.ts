import { type ListItem, type ListName, type Lists, ticketAttributeName } from "../workspace/lists.ts";
import type { AttributeValue, Facts } from "../events/facts.ts";
import { text } from "../language/text.ts";
import { fields, type Field, type ValueType } from "./fields.ts";
import { parseReference } from "./reference.ts";

const byRef = new Map(fields.map((entry) => [entry.ref, entry]));

interface Holder {
  /** The list that names its attributes; null where the workspace keeps none, so that any name may be meant. */
  list: ListName | null;
  of: (facts: Facts) => Record<string, AttributeValue> | undefined;
  en: string;
  es: string;
}

/** What holds values under names of the workspace's own, by the beginning of the reference. */
const holders = new Map<string, Holder>([
  [
    "conversation.attributes.",
    {
      list: "conversationAttributes",
      of: (facts) => facts.conversation?.attributes,
      en: "Conversation",
      es: "Conversación",
    },
  ],
  [
    "contact.attributes.",
    { list: "contactAttributes", of: (facts) => facts.contact?.attributes, en: "Customer", es: "Cliente" },
  ],
  [
    "company.attributes.",
    { list: "companyAttributes", of: (facts) => facts.company?.attributes, en: "Company", es: "Empresa" },
  ],
  [
    "ticket.attributes.",
    { list: "ticketAttributes", of: (facts) => facts.ticket?.attributes, en: "Ticket", es: "Ticket" },
  ],
  [
    "happening.event.",
    { list: null, of: (facts) => facts.happening?.dataEvent?.metadata, en: "Data event", es: "Evento de datos" },
  ],
]);

/** The holder a reference begins with, and the name that follows; null for an ordinary field. */
function heldBy(ref: string): { holder: Holder; source: string; name: string } | null {
  for (const [beginning, holder] of holders)
    if (ref.startsWith(beginning) && ref.length > beginning.length)
      return { holder, source: parseReference(ref).source, name: ref.slice(beginning.length) };
  return null;
}

function itemsOf(holder: Holder, lists: Lists | null): readonly ListItem[] {
  const items = holder.list === null ? [] : (lists?.[holder.list] ?? []);
  return holder.list === "ticketAttributes" ? onceByName(items) : items;
}

/**
 * Each ticket type lists its attributes, and a ticket tells its own by name alone. A list's option is a text here: the
 * workspace lists its options by id, and Intercom does not say which of id and name a ticket shows.
 */
function onceByName(items: readonly ListItem[]): readonly ListItem[] {
  const named = items.map(({ id, name, type }): [string, ListItem] => {
    const own = ticketAttributeName(id);
    return [own, { id: own, name, type: type === "list" ? "text" : (type ?? "text") }];
  });
  return [...new Map(named).values()];
}

const typeOf = (item: ListItem | undefined): ValueType => (item?.type === "list" ? "choice" : (item?.type ?? "text"));

/** The field for a custom attribute. Without the workspace's lists it is taken as text. */
function attributeField(ref: string, lists: Lists | null): Field | null {
  const held = heldBy(ref);
  if (!held) return null;
  const { holder, source, name } = held;
  const item = itemsOf(holder, lists).find((candidate) => candidate.id === name);
  const type = typeOf(item);
  return {
    ref,
    source: source as Field["source"],
    type,
    label: text(`${holder.en}: ${item?.name ?? name}`, `${holder.es}: ${item?.name ?? name}`),
    ...(type === "choice" ? { options: { free: item?.options ?? [] } } : {}),
    read(facts) {
      const values = holder.of(facts);
      const value = values && Object.hasOwn(values, name) ? values[name] : null;
      return value === undefined || value === "" ? null : value;
    },
  };
}

/** The field behind a reference to facts; null when there is no such thing. References to steps are not fields: see `valuesInScope`. */
export const findField = (ref: string, lists: Lists | null): Field | null =>
  byRef.get(ref) ?? attributeField(ref, lists);

/** Whether a reference leads to a custom attribute that the workspace no longer has. */
export function isGone(ref: string, lists: Lists | null): boolean {
  const held = heldBy(ref);
  const items = held ? itemsOf(held.holder, lists) : [];
  return held !== null && items.length > 0 && !items.some(({ id }) => id === held.name);
}

/** Every field there is in this workspace, custom attributes after the built-in ones of their source. */
export function allFields(lists: Lists | null): Field[] {
  const custom = [...holders].flatMap(([beginning, holder]) =>
    itemsOf(holder, lists).flatMap((item) => attributeField(`${beginning}${item.id}`, lists) ?? []),
  );
  return (["message", "conversation", "contact", "company", "ticket", "happening"] as const).flatMap((source) => [
    ...fields.filter((entry) => entry.source === source),
    ...custom.filter((entry) => entry.source === source),
  ]);
}
