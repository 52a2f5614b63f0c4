import type { ListItem, ListName, Lists } from "../workspace/lists.ts";
import type { AttributeValue, Facts } from "../events/facts.ts";
import { text } from "../language/text.ts";
import { fields, type Field, type ValueType } from "./fields.ts";
import { attributeIn, parseReference } from "./reference.ts";

const byRef = new Map(fields.map((entry) => [entry.ref, entry]));

const holders = new Map<
  string,
  {
    list: ListName;
    of: (facts: Facts) => { attributes: Record<string, AttributeValue> } | null | undefined;
    en: string;
    es: string;
  }
>([
  [
    "conversation",
    { list: "conversationAttributes", of: (facts) => facts.conversation, en: "Conversation", es: "Conversación" },
  ],
  ["contact", { list: "contactAttributes", of: (facts) => facts.contact, en: "Customer", es: "Cliente" }],
  ["company", { list: "companyAttributes", of: (facts) => facts.company, en: "Company", es: "Empresa" }],
]);

const typeOf = (item: ListItem | undefined): ValueType => (item?.type === "list" ? "choice" : (item?.type ?? "text"));

/** The field for a custom attribute. Without the workspace's lists it is taken as text. */
function attributeField(ref: string, lists: Lists | null): Field | null {
  const { source, path } = parseReference(ref);
  const holder = holders.get(source);
  const name = attributeIn(path);
  if (!holder || name === null || name === "") return null;
  const item = lists?.[holder.list].find((candidate) => candidate.id === name);
  const type = typeOf(item);
  return {
    ref,
    source: source as Field["source"],
    type,
    label: text(`${holder.en}: ${item?.name ?? name}`, `${holder.es}: ${item?.name ?? name}`),
    ...(type === "choice" ? { options: { free: item?.options ?? [] } } : {}),
    read(facts) {
      const held = holder.of(facts)?.attributes;
      const value = held && Object.hasOwn(held, name) ? held[name] : null;
      return value === undefined || value === "" ? null : value;
    },
  };
}

/** The field behind a reference to facts; null when there is no such thing. References to steps are not fields: see `valuesInScope`. */
export const findField = (ref: string, lists: Lists | null): Field | null =>
  byRef.get(ref) ?? attributeField(ref, lists);

/** Whether a reference leads to a custom attribute that the workspace no longer has. */
export function isGone(ref: string, lists: Lists | null): boolean {
  const { source, path } = parseReference(ref);
  const holder = holders.get(source);
  const name = attributeIn(path);
  const items = holder ? (lists?.[holder.list] ?? []) : [];
  return name !== null && items.length > 0 && !items.some(({ id }) => id === name);
}

/** Every field there is in this workspace, custom attributes after the built-in ones of their source. */
export function allFields(lists: Lists | null): Field[] {
  const custom = [...holders].flatMap(([source, holder]) =>
    (lists?.[holder.list] ?? []).flatMap((item) => attributeField(`${source}.attributes.${item.id}`, lists) ?? []),
  );
  return (["message", "conversation", "contact", "company", "ticket", "happening"] as const).flatMap((source) => [
    ...fields.filter((entry) => entry.source === source),
    ...custom.filter((entry) => entry.source === source),
  ]);
}
