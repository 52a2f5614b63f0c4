import { pack, packing } from "#shared/archive/packed.ts";
import type { Past } from "#shared/archive/past.ts";
import type { Database } from "./database.ts";
import type { Kept } from "./keptOf.ts";
import { rawBlocks, type RawEntry } from "./rawBlocks.ts";

/** Past conversations to keep. */
export interface KeptTogether {
  kept: readonly Kept[];
  /** All of them as they came, in the same order. */
  raws: readonly RawEntry[];
}

/** What became of it. `twice`: the same import had brought it before. */
export type Fate = "added" | "renewed" | "same" | "twice";

/** What has changed in the archive since somebody last looked. */
export interface Changes {
  /** The change that was the last one seen. */
  change: number;
  packed: string[];
  /** What is gone, whether the reader had it or not; of `packed` none is among them. */
  removed: string[];
  /** There is more: to be asked again from `change` on. */
  more: boolean;
}

/** One that an older packing packed, as it came. */
export interface Outdated {
  place: number;
  id: string;
  raw: Uint8Array;
  contact: Uint8Array | null;
  knownUntil: number;
}

/** The archive of past conversations, in a file of its own: see `openArchive`. */
export function archiveStore(db: Database) {
  const newest = db
    .prepare<[], number>(
      "select max(coalesce((select max(change) from conversations), 0), coalesce((select max(change) from removed), 0))",
    )
    .pluck();
  const known = db.prepare<[string], { place: number; updatedAt: number; import: number }>(
    "select place, updated_at as updatedAt, import from conversations where id = ?",
  );
  const isPackedSo = db
    .prepare<[number, Uint8Array], 1>("select 1 from bodies where place = ? and packed = cast(? as text)")
    .pluck();
  const add = db.prepare(`
    insert into conversations (id, created_at, updated_at, known_until, state, channel, team, teammate, contact, contact_name, title,
      excerpt, messages, import, change)
    values (@id, @createdAt, @updatedAt, @knownUntil, @state, @channel, @team, @teammate, @contact, @contactName, @title,
      @excerpt, @messages, @import, @change)`);
  const renew = db.prepare(`
    update conversations set created_at = @createdAt, updated_at = @updatedAt, known_until = @knownUntil, state = @state,
      channel = @channel, team = @team, teammate = @teammate, contact = @contact, contact_name = @contactName, title = @title,
      excerpt = @excerpt, messages = @messages, import = @import, change = @change where place = @place`);
  const raws = rawBlocks(db);
  // No "insert or replace": with an index beside, it takes twice the time for what is new.
  const addBody = db.prepare<[Uint8Array, number, number, number]>(
    "insert into bodies (packed, packing, block, place) values (cast(? as text), ?, ?, ?)",
  );
  const renewBody = db.prepare<[Uint8Array, number, number, number]>(
    "update bodies set packed = cast(? as text), packing = ?, block = ? where place = ?",
  );
  const blockOf = db.prepare<[number], number>("select block from bodies where place = ?").pluck();
  const putTag = db.prepare<[string, number]>("insert or ignore into tagged (tag, place) values (?, ?)");
  const putPerson = db.prepare<[string, number]>("insert or ignore into people (person, place) values (?, ?)");
  const putName = db.prepare<[string, string, string]>(
    "insert into names (kind, id, name) values (?, ?, ?) on conflict (kind, id) do update set name = excluded.name",
  );
  const isBack = db.prepare<[string]>("delete from removed where id = ?");
  const dropTags = db.prepare<[number]>("delete from tagged where place = ?");
  const dropPeople = db.prepare<[number]>("delete from people where place = ?");
  const drops = [
    "delete from conversations where place = ?",
    "delete from bodies where place = ?",
    "delete from words where rowid = ?",
  ].map((sql) => db.prepare<[number]>(sql));
  const goes = db.prepare<[number, string]>("insert into removed (change, id) values (?, ?)");
  const since = db.prepare<[number, number], { packed: string; packing: number; change: number }>(`
    select b.packed, b.packing, c.change from conversations c join bodies b on b.place = c.place
    where c.change > ? order by c.change limit ?`);
  const gone = db.prepare<[number], string>("select id from removed where change > ? order by change").pluck();
  const counted = db.prepare<[], number>("select count(*) from conversations").pluck();
  const span = db.prepare<[], { from: number | null; to: number | null }>(
    'select min(created_at) as "from", max(created_at) as "to" from conversations',
  );
  const size = db
    .prepare<[], number>("select page_count * page_size from pragma_page_count(), pragma_page_size()")
    .pluck();
  const older = db.prepare<[number], number>("select block from bodies where packing < ? limit 1").pluck();
  const olderAt = db
    .prepare<[number, number], number>("select block from bodies where packing < ? and place = ?")
    .pluck();
  const inBlock = db.prepare<[number], { place: number; id: string; knownUntil: number }>(`
    select c.place, c.id, c.known_until as knownUntil from bodies b join conversations c on c.place = b.place where b.block = ?`);
  const repack = db.prepare<[string, number, number]>("update bodies set packed = ?, packing = ? where place = ?");
  const touch = db.prepare<[number, number]>("update conversations set change = ? where place = ?");
  const ofPerson = db.prepare<[string, number], { place: number; id: string; name: string }>(`
    select c.place, c.id, c.contact_name as name from people p join conversations c on c.place = p.place where p.person = ? limit ?`);
  const ofImport = db.prepare<[number, number], { place: number; id: string }>(
    "select place, id from conversations where import = ? limit ?",
  );
  const byId = db.prepare<[string], Stored>(
    "select place, known_until as knownUntil, import from conversations where id = ?",
  );
  /** Names that stand there already: nearly every conversation tells the same. */
  const told = new Map<string, string>();

  /** What becomes of one, and where it stands already. */
  function fateOf({ row: { id, updatedAt }, packed }: Kept, importId: number): { fate: Fate; before?: number } {
    const before = known.get(id);
    if (!before) return { fate: "added" };
    const isKnown =
      before.updatedAt > updatedAt ||
      (before.updatedAt === updatedAt && isPackedSo.get(before.place, packed) !== undefined);
    if (isKnown) return { fate: before.import === importId ? "twice" : "same" };
    return { fate: "renewed", before: before.place };
  }

  function write({ row, ...kept }: Kept, importId: number, change: number, block: number, before?: number): void {
    const written = { ...row, import: importId, change };
    const place = before ?? Number(add.run(written).lastInsertRowid);
    if (before === undefined) {
      addBody.run(kept.packed, packing, block, place);
      isBack.run(row.id);
    } else {
      renew.run({ ...written, place });
      renewBody.run(kept.packed, packing, block, place);
      dropTags.run(place);
      dropPeople.run(place);
    }
    for (const tag of kept.tags) putTag.run(tag, place);
    for (const person of kept.people) putPerson.run(person, place);
    for (const { kind, id, name } of kept.named) {
      const key = `${kind} ${id}`;
      if (name === "" || told.get(key) === name) continue;
      putName.run(kind, id, name);
      told.set(key, name);
    }
  }

  /** Writes those that are new or newer. What they came as stands in one block. */
  function keep({ kept, raws: all }: KeptTogether, importId: number): Fate[] {
    let change = newest.get() ?? 0;
    const fates: Fate[] = [];
    let places: number[] = [];
    let ids = new Set<string>();
    for (const [place, { row }] of kept.entries()) {
      // The same conversation once more has a fate of its own, which depends on what became of the first.
      if (ids.has(row.id)) keepThose();
      places.push(place);
      ids.add(row.id);
    }
    keepThose();
    return fates;

    function keepThose(): void {
      const those = places.flatMap((place) => {
        const each = kept[place];
        return each ? [{ place, each, ...fateOf(each, importId) }] : [];
      });
      const written = those.filter(({ fate }) => fate === "added" || fate === "renewed");
      if (written.length > 0) {
        takeOut(
          written.flatMap(({ each: { row }, before }) => (before === undefined ? [] : [{ id: row.id, place: before }])),
        );
        const block = raws.add(written.flatMap(({ place }) => all[place] ?? []));
        for (const { each, before } of written) write(each, importId, (change += 1), block, before);
      }
      fates.push(...those.map(({ fate }) => fate));
      places = [];
      ids = new Set();
    }
  }

  /** Takes conversations out of the blocks that they came in. */
  function takeOut(rows: readonly { place: number; id: string }[]): void {
    for (const [block, those] of Map.groupBy(rows, ({ place }) => blockOf.get(place) ?? 0))
      raws.takeOut(block, new Set(those.map(({ id }) => id)));
  }

  function drop(rows: readonly { place: number; id: string }[]): number {
    let change = newest.get() ?? 0;
    takeOut(rows);
    for (const { place, id } of rows) {
      for (const each of [...drops, dropTags, dropPeople]) each.run(place);
      isBack.run(id);
      goes.run((change += 1), id);
    }
    return rows.length;
  }

  return {
    /** Keeps conversations, each once: a newer one takes the place of an older. To be called within a transaction. */
    keep,
    /** Conversations that came or changed after `change`, a lot at a time, and those that were removed. */
    changes(change: number, limit: number): Changes {
      const rows = since.all(change, limit);
      const more = rows.length === limit;
      const last = more ? (rows.at(-1)?.change ?? change) : (newest.get() ?? change);
      // What an older packing packed comes again once it is packed anew.
      const packed = rows.flatMap((row) => (row.packing === packing ? [row.packed] : []));
      return { change: last, packed, removed: gone.all(change), more };
    },
    newestChange: (): number => newest.get() ?? 0,
    count: (): number => counted.get() ?? 0,
    span: () => span.get() ?? { from: null, to: null },
    sizeBytes: (): number => size.get() ?? 0,
    /** When something last happened in one, as far as the archive knows; null where it has none of that id. */
    updatedAt: (id: string): number | null => known.get(id)?.updatedAt ?? null,
    get: (id: string): Stored | undefined => byId.get(id),
    /** Whether an older packing packed any. */
    isOutdated: (): boolean => older.get(packing) !== undefined,
    /**
     * Some that an older packing packed: those that stand in one block. None are left where it answers none.
     * @param place only if the one there is among them.
     */
    outdated(place?: number): Outdated[] {
      const block = place === undefined ? older.get(packing) : olderAt.get(packing, place);
      if (block === undefined) return [];
      const entries = new Map(raws.read(block).map((entry) => [entry.id, entry]));
      return inBlock.all(block).map(({ id, ...row }) => {
        const { conversation, contact } = entries.get(id) ?? { conversation: new Uint8Array(), contact: null };
        return { ...row, id, raw: conversation, contact };
      });
    },
    /** Takes in what was packed anew; what can no longer be packed (null) is removed. */
    repack: db.transaction((all: readonly (Pick<Outdated, "place" | "id"> & { past: Past | null })[]): void => {
      let change = newest.get() ?? 0;
      for (const { place, past } of all) {
        if (!past) continue;
        repack.run(pack(past), packing, place);
        touch.run((change += 1), place);
      }
      drop(all.filter(({ past }) => past === null));
    }),
    ofPerson: (person: string, limit: number) => ofPerson.all(person, limit),
    /** Removes up to so many conversations of a person, with all that is kept of them. Answers how many. */
    removePerson: db.transaction((person: string, limit: number): number => drop(ofPerson.all(person, limit))),
    removeImport: db.transaction((importId: number, limit: number): number => drop(ofImport.all(importId, limit))),
  };
}

/** What is known of one that is kept beside what happened in it. */
export interface Stored {
  place: number;
  knownUntil: number;
  import: number;
}

export type ArchiveStore = ReturnType<typeof archiveStore>;
