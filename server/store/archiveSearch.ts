import { unpack } from "#shared/archive/packed.ts";
import type { ArchiveSearch } from "#shared/api/archive.ts";
import type { Database } from "./database.ts";

/** A past conversation in a list, times in epoch milliseconds, people and teams by their ids. */
export interface Listed {
  place: number;
  id: string;
  title: string;
  contactName: string;
  excerpt: string;
  state: "open" | "closed" | "snoozed";
  channel: string;
  team: string | null;
  teammate: string | null;
  messages: number;
  createdAt: number;
  updatedAt: number;
}

/** Where a page ended. */
export interface Place {
  createdAt: number;
  place: number;
}

/** How often something occurs. */
export interface Choice {
  id: string;
  conversations: number;
}

const listed = `
  c.place, c.id, c.title, c.contact_name as contactName, c.excerpt, c.state, c.channel, c.team, c.teammate, c.messages,
  c.created_at as createdAt, c.updated_at as updatedAt`;
/** What cannot be told apart on a screen any more. */
const mostChoices = 500;

/** A condition of a search, as the name of its bound value. "none" asks for what has none. */
const owner = (column: "team" | "teammate", asked: string) =>
  asked === "none" ? `c.${column} is null` : `c.${column} = @${column}`;

/** The conditions of a search in SQL; what was asked for stands in none of them, it is bound. */
function conditions({ search, ...asked }: ArchiveSearch): string[] {
  return [
    ...(search === "" ? [] : ["(c.id = @id or c.place in (select rowid from words where words match @match))"]),
    ...(asked.state ? ["c.state = @state"] : []),
    ...(asked.team ? [owner("team", asked.team)] : []),
    ...(asked.teammate ? [owner("teammate", asked.teammate)] : []),
    ...(asked.channel ? ["c.channel = @channel"] : []),
    ...(asked.tag === "none" ? ["not exists (select 1 from tagged t where t.place = c.place)"] : []),
    ...(asked.tag && asked.tag !== "none" ? ["c.place in (select place from tagged where tag = @tag)"] : []),
    ...(asked.contact ? ["c.place in (select place from people where person = @person)"] : []),
    ...(asked.import ? ["c.import = @import"] : []),
    ...(asked.from ? ["c.created_at >= @from"] : []),
    ...(asked.to ? ["c.created_at < @to"] : []),
  ];
}

/**
 * The words of a search as FTS5 wants them: all have to stand there, what is in quotes one after the other, the rest as beginnings of
 * words. A search without a letter or digit finds nothing. Source: SQLite, FTS5, "Full-text Query Syntax".
 */
export function matchFor(search: string): string {
  const terms = [...search.matchAll(/"([^"]*)"|([^\s"]+)/g)].flatMap(([, phrase, word]) => {
    const said = phrase ?? word ?? "";
    return /[\p{L}\p{N}]/u.test(said) ? [`"${said}"${phrase === undefined ? "*" : ""}`] : [];
  });
  return terms.length > 0 ? terms.join(" ") : '""';
}

/** Finds past conversations by their words and by what they are like, and keeps the index of words. */
export function archiveSearch(db: Database) {
  const toIndex = db.prepare<[number, number], { place: number; change: number; title: string; packed: string }>(`
    select c.place, c.change, c.title, b.packed from conversations c join bodies b on b.place = c.place
    where c.change > ? order by c.change limit ?`);
  const notYet = db
    .prepare<[], number>("select count(*) from conversations where change > (select change from indexed)")
    .pluck();
  const indexed = db.prepare<[], number>("select change from indexed").pluck();
  const isIndexed = db.prepare<[number]>("update indexed set change = ?");
  const put = db.prepare<[number, string, string, string]>(
    "insert or replace into words (rowid, title, messages, who) values (?, ?, ?, ?)",
  );
  const who = db.prepare<[number], string>("select person from people where place = ?").pluck();
  const mergeAll = db.prepare("insert into words (words) values ('optimize')");
  const names = db.prepare<[string, string], string>("select name from names where kind = ? and id = ?").pluck();
  const tagsOf = db.prepare<[number], string>("select tag from tagged where place = ?").pluck();
  const packedAt = db.prepare<[number], string>("select packed from bodies where place = ?").pluck();
  const choices = {
    teams: "select team as id, count(*) as conversations from conversations where team is not null group by 1",
    teammates:
      "select teammate as id, count(*) as conversations from conversations where teammate is not null group by 1",
    tags: "select tag as id, count(*) as conversations from tagged group by 1",
    channels: "select channel as id, count(*) as conversations from conversations group by 1",
  };
  const counts = Object.fromEntries(
    Object.entries(choices).map(([name, sql]) => [
      name,
      db.prepare<[number], Choice>(`${sql} order by 2 desc, 1 limit ?`),
    ]),
  );
  const countOf = (name: keyof typeof choices): Choice[] => counts[name]?.all(mostChoices) ?? [];

  const bound = ({ search, from, to, contact, import: imported, ...asked }: ArchiveSearch) => ({
    ...asked,
    id: search.trim(),
    match: matchFor(search),
    person: `id:${contact ?? ""}`,
    import: Number(imported ?? 0),
    from: Date.parse(from ?? "") || 0,
    to: Date.parse(to ?? "") || 0,
  });

  return {
    /** Takes up to so many that have come or changed into the index; answers how many there were. */
    index: db.transaction((limit: number): number => {
      const rows = toIndex.all(indexed.get() ?? 0, limit);
      for (const { place, title, packed } of rows) {
        const { moments, contact } = unpack(packed);
        const said = moments.flatMap(({ words }) => (words ? [words.text] : []));
        const people = who.all(place).map((person) => person.slice(person.indexOf(":") + 1));
        const called = [
          contact?.name ?? "",
          ...moments.flatMap(({ by }) => (by?.kind === "customer" ? [by.name] : [])),
        ];
        put.run(place, title, said.join("\n"), [...new Set([...called, ...people])].join("\n"));
      }
      const last = rows.at(-1);
      if (last) isIndexed.run(last.change);
      return rows.length;
    }),
    notIndexed: (): number => notYet.get() ?? 0,
    /** Writes the index anew, without what was deleted. */
    compact: (): void => void mergeAll.run(),
    /** Newest first, after a place; whoever asks for one more sees whether there is a next page. */
    list(asked: ArchiveSearch, after: Place | null, limit: number): Listed[] {
      const all = [
        ...conditions(asked),
        ...(after ? ["(c.created_at, c.place) < (@afterCreatedAt, @afterPlace)"] : []),
      ];
      const where = all.length > 0 ? `where ${all.join(" and ")}` : "";
      return db
        .prepare<[Record<string, unknown>], Listed>(
          `select ${listed} from conversations c ${where} order by c.created_at desc, c.place desc limit @limit`,
        )
        .all({ ...bound(asked), limit, afterCreatedAt: after?.createdAt, afterPlace: after?.place });
    },
    count(asked: ArchiveSearch): number {
      const all = conditions(asked);
      const where = all.length > 0 ? `where ${all.join(" and ")}` : "";
      return (
        db
          .prepare<[Record<string, unknown>], number>(`select count(*) from conversations c ${where}`)
          .pluck()
          .get(bound(asked)) ?? 0
      );
    },
    listed: (id: string): Listed | undefined =>
      db.prepare<[string], Listed>(`select ${listed} from conversations c where c.id = ?`).get(id),
    packed: (place: number): string | null => packedAt.get(place) ?? null,
    tagsOf: (place: number): string[] => tagsOf.all(place),
    /** What the conversations themselves call it; null where they do not say. */
    nameOf: (kind: "team" | "teammate" | "tag", id: string): string | null => names.get(kind, id) ?? null,
    choices: () => ({
      teams: countOf("teams"),
      teammates: countOf("teammates"),
      tags: countOf("tags"),
      channels: countOf("channels"),
    }),
  };
}

export type ArchiveSearchStore = ReturnType<typeof archiveSearch>;
