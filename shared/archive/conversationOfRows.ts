import { fold } from "../language/text.ts";
import type { CsvField, CsvMapping } from "./csvMapping.ts";
import { timeIn } from "./timeIn.ts";

/** The fields of one row of a table. */
export type Row = readonly string[];

/** Names of the workspace that is connected, so that a table that has only names is understood as its own. */
export interface KnownNames {
  teams: ReadonlyMap<string, string>;
  teammates: ReadonlyMap<string, string>;
  tags: ReadonlyMap<string, string>;
}
export const noNames: KnownNames = { teams: new Map(), teammates: new Map(), tags: new Map() };

const customers =
  /^(customer|user|client|contact|lead|visitor|end.?user|requester|inbound|incoming|in|cliente|usuari[oa]|contacto|visitante|solicitante|entrante)s?$/;
const staff =
  /^(admin|agent|teammate|team|staff|operator|support|employee|outbound|outgoing|out|agente|soporte|equipo|emplead[oa]|compañer[oa]|companer[oa]|saliente)s?$/;
const machines = /^(bot|system|automation|workflow|ai|machine|sistema|automatico|automatización|automatizacion)s?$/;

type AuthorType = "user" | "admin" | "bot";

function typeOf(word: string): AuthorType | null {
  const said = fold(word.trim());
  if (customers.test(said)) return "user";
  if (staff.test(said)) return "admin";
  return machines.test(said) ? "bot" : null;
}

const lists = /\s*[,;|]\s*/;
const seconds = (at: number): number => at / 1000;

/**
 * A conversation in Intercom's shape of the rows of a table that belong to it: all its messages, or the one row that is the whole of it.
 * What has only a name goes by it as its id, unless the workspace knows the name.
 */
export function conversationOfRows(
  id: string,
  rows: readonly Row[],
  mapping: CsvMapping,
  known: KnownNames = noNames,
): Record<string, unknown> {
  const field = (row: Row, name: CsvField): string => {
    const place = mapping.columns[name];
    return place === undefined ? "" : (row[place] ?? "").replaceAll("\r\n", "\n").trim();
  };
  const timeOf = (row: Row, name: "time" | "closedAt") => timeIn(field(row, name), mapping);
  const timed = rows
    .map((row) => ({ row, at: timeOf(row, "time") }))
    .toSorted((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity));
  const [first] = timed;
  /** The last that any row says of the conversation. */
  const said = (name: CsvField): string => timed.reduce((last, { row }) => field(row, name) || last, "");
  const idOf = (names: ReadonlyMap<string, string>, name: string) => names.get(fold(name)) ?? name;

  const called = (row: Row) => field(row, "authorEmail") || field(row, "authorName");
  const starter = first ? called(first.row) : "";
  /** The id of a teammate of the workspace's, by e-mail or name. */
  const teammateOf = (email: string, name: string) =>
    known.teammates.get(fold(email)) ?? known.teammates.get(fold(name));
  const authorOf = (row: Row) => {
    const type = typeOf(field(row, "authorKind")) ?? (called(row) === starter ? "user" : "admin");
    const name = field(row, "authorName");
    const email = field(row, "authorEmail");
    const own = email || name || (type === "user" ? `customer of ${id}` : type);
    return { type, id: (type === "admin" && teammateOf(email, name)) || own, name, email };
  };
  const authors = timed.map(({ row }) => authorOf(row));
  const contacts = [...new Set(authors.flatMap((author) => (author.type === "user" ? [author.id] : [])))];
  const parts = timed.slice(1).map(({ row, at }, index) => ({
    type: "conversation_part",
    id: `${id}-${index + 1}`,
    part_type: "comment",
    body: field(row, "text"),
    created_at: at === null ? null : seconds(at),
    author: authors[index + 1],
  }));
  const closedAt = timed.reduce<number | null>((last, { row }) => timeOf(row, "closedAt") ?? last, null);
  const closing =
    closedAt === null
      ? []
      : [
          {
            type: "conversation_part",
            id: `${id}-closed`,
            part_type: "close",
            body: null,
            created_at: seconds(closedAt),
            author: { type: "bot", id: "", name: "" },
          },
        ];
  const lastAt = timed.reduce<number | null>((last, { at }) => at ?? last, null);
  const team = said("team");
  const teammate = said("teammate");
  const rating = Number(said("rating"));
  const tags = new Set(timed.flatMap(({ row }) => field(row, "tags").split(lists)).filter((tag) => tag !== ""));
  const end = closedAt ?? lastAt;
  return {
    type: "conversation",
    id,
    title: said("subject") || null,
    created_at: first?.at == null ? null : seconds(first.at),
    updated_at: end === null ? null : seconds(Math.max(end, lastAt ?? end)),
    state: closedAt === null ? "open" : "closed",
    open: closedAt === null,
    team_assignee_id: team === "" ? null : idOf(known.teams, team),
    admin_assignee_id: teammate === "" ? null : idOf(known.teammates, teammate),
    tags: { type: "tag.list", tags: [...tags].map((name) => ({ type: "tag", id: idOf(known.tags, name), name })) },
    conversation_rating:
      rating >= 1 && rating <= 5 && end !== null ? { rating, remark: "", created_at: seconds(end) } : null,
    source: {
      type: said("channel") || "conversation",
      id: `${id}-0`,
      subject: first ? field(first.row, "subject") : "",
      body: first ? field(first.row, "text") : "",
      author: authors[0],
    },
    contacts: { type: "contact.list", contacts: contacts.map((contact) => ({ type: "contact", id: contact })) },
    conversation_parts: { type: "conversation_part.list", conversation_parts: [...parts, ...closing] },
  };
}
