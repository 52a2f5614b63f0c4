import { z } from "zod";
import { Column } from "../tables/table.ts";

/** A list that a picker shows, by the name declarations use. */
export const ListName = z.enum([
  "teams",
  "teammates",
  "tags",
  "contactAttributes",
  "companyAttributes",
  "conversationAttributes",
  "segments",
  "ticketTypes",
  "ticketAttributes",
  "ticketStates",
  "subscriptionTypes",
  "brands",
  "articles",
  "workflows",
  "tables",
]);
export type ListName = z.infer<typeof ListName>;

/** What a value with a name of the builder's own may be. */
export const NamedType = z.enum(["text", "number", "date", "boolean"]);
export type NamedType = z.infer<typeof NamedType>;
export const NamedValue = z.object({ name: z.string().trim().min(1).max(60), type: NamedType });
export type NamedValue = z.infer<typeof NamedValue>;
/** Lists that are not Intercom's but our own: they are always known, and empty only where there is nothing. */
const ownLists = ["workflows", "tables"] as const satisfies readonly ListName[];
export type OwnList = (typeof ownLists)[number];
export const isOurs = (list: ListName): list is OwnList => ownLists.some((own) => own === list);

/** One entry. For attributes `id` is the attribute's name (of a ticket's: see `ticketAttributeId`), with its type and its allowed values. */
export const ListItem = z.object({
  id: z.string(),
  name: z.string(),
  /** A second line: an e-mail address, a description. */
  detail: z.string().optional(),
  type: z.enum(["text", "number", "date", "boolean", "list"]).optional(),
  options: z.array(z.string()).optional(),
  /** What the options are called, in their order, where they are ids. */
  optionNames: z.array(z.string()).optional(),
  /** For an attribute that the API may not write. */
  readOnly: z.boolean().optional(),
  /** For a workflow: what it is given, and what it answers. */
  takes: z.array(NamedValue).optional(),
  answers: z.array(NamedValue).optional(),
  /** Of a table. */
  columns: z.array(Column).optional(),
});
export type ListItem = z.infer<typeof ListItem>;

const items = z.array(ListItem).default([]);

/** All of them. A list that was kept before it existed here is empty. */
export const Lists = z.object({
  teams: items,
  teammates: items,
  tags: items,
  contactAttributes: items,
  companyAttributes: items,
  conversationAttributes: items,
  segments: items,
  ticketTypes: items,
  ticketAttributes: items,
  ticketStates: items,
  subscriptionTypes: items,
  brands: items,
  articles: items,
  /** Our own that another workflow can run. */
  workflows: items,
  /** Our own, with their columns. */
  tables: items,
} satisfies Record<ListName, typeof items>);
export type Lists = z.infer<typeof Lists>;

export const emptyLists = (): Lists => ({
  teams: [],
  teammates: [],
  tags: [],
  contactAttributes: [],
  companyAttributes: [],
  conversationAttributes: [],
  segments: [],
  ticketTypes: [],
  ticketAttributes: [],
  ticketStates: [],
  subscriptionTypes: [],
  brands: [],
  articles: [],
  workflows: [],
  tables: [],
});

/** Each ticket type has attributes of its own, so theirs are kept as "<ticket type>:<name>". */
export const ticketAttributeId = (type: string, name: string): string => `${type}:${name}`;
export const ticketAttributeName = (id: string): string => id.slice(id.indexOf(":") + 1);

/** What subscribing means depends on the subscription's consent, so it is kept with its id: "<consent>:<id>". */
export const subscriptionId = (consent: string, id: string): string => `${consent}:${id}`;
export const subscriptionIn = (kept: string): { consent: string; id: string } => ({
  consent: kept.slice(0, kept.indexOf(":")),
  id: kept.slice(kept.indexOf(":") + 1),
});
