import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { ArchiveSearch } from "#shared/api/archive.ts";
import { unpack } from "#shared/archive/packed.ts";
import type { Past } from "#shared/archive/past.ts";
import type { KnownNames } from "#shared/archive/conversationOfRows.ts";
import type { CsvMapping } from "#shared/archive/csvMapping.ts";
import type { Raw } from "#shared/events/raw.ts";
import { text } from "#shared/language/text.ts";
import { archiveStore } from "../store/archive.ts";
import { archiveImports, type ImportRow, type ImportState, type Omission } from "../store/archiveImports.ts";
import { archiveSearch, type Listed, type Place } from "../store/archiveSearch.ts";
import type { Database } from "../store/database.ts";
import { stagedRows } from "../store/stagedRows.ts";
import { excerptOf } from "./excerptOf.ts";
import { importFile } from "./importFile.ts";
import { createLot } from "./lot.ts";
import { takeAnew } from "./takeAnew.ts";
import { takeBundle } from "./takeBundle.ts";
import { createTakers } from "./takers.ts";

/** How many are indexed or removed at a time: none of it holds anybody up for long. */
const indexLot = 200;
const removeLot = 200;

/** A conversation as it was read from a workspace. */
export interface Read {
  conversation: Raw;
  contact: Raw | null;
  readAt: number;
}

/** A conversation in a list, with what its tags, its team and its teammate call themselves. */
export interface Shown extends Listed {
  tags: { id: string; name: string | null }[];
  teamName: string | null;
  teammateName: string | null;
}

const unexpected = {
  what: text("The import broke off unexpectedly.", "La importación se interrumpió de forma inesperada."),
  todo: text(
    "Resume it. If that happens again, the server's log says more.",
    "Reanúdala. Si vuelve a ocurrir, el registro del servidor dice más.",
  ),
};

export interface DeskDeps {
  db: Database;
  /** Where files wait to be read. */
  folder: string;
  now(): number;
  /** So many threads help with a file that is not small. */
  helpers: number;
  /** Lets whoever asks have their turn. */
  turn(): Promise<void>;
  onChange(): void;
  onTrouble(error: unknown): void;
  /** Whether the thread before this one broke off by itself: what it was at is not taken up again by itself. */
  brokeOff: boolean;
}

/**
 * All that is done to the archive, one thing at a time: what a person asks for first, then files that wait to be read, the index of
 * words, and what has to be packed anew. It is run in a thread of its own.
 */
export function createDesk({ db, folder, now, helpers, turn, onChange, onTrouble, brokeOff }: DeskDeps) {
  const store = archiveStore(db);
  const imports = archiveImports(db);
  const search = archiveSearch(db);
  const staged = stagedRows(db);
  /** Where each running import stood when it was taken up, to tell how fast it is. */
  const paces = new Map<number, { at: number; done: number }>();
  /** Names of the connected workspace for a table that is to be read; without them it is read by its own. */
  const known = new Map<number, KnownNames>();
  const stopped = new Set<number>();
  let closed = false;
  let hasMore = false;
  let working: Promise<void> | null = null;

  const fileOf = (id: number) => join(folder, String(id));
  const together = (work: () => void) => db.transaction(work)();

  function found(id: number): ImportRow {
    const row = imports.get(id);
    if (!row) throw new Error(`there is no import ${id}`);
    return row;
  }
  const lotOf = ({ id, source, cursor }: ImportRow) =>
    createLot({
      id,
      store,
      imports,
      together,
      seen: source === "workspace" ? 0 : ((cursor as { seen: number } | null)?.seen ?? 0),
      isFile: source !== "workspace",
      onKept: onChange,
    });

  async function readFile(row: ImportRow): Promise<void> {
    paces.set(row.id, { at: now(), done: row.done });
    const takers = createTakers({ most: helpers, onTrouble });
    const isWhole = await importFile({
      path: fileOf(row.id),
      row,
      lot: lotOf(row),
      takers,
      staged,
      known: known.get(row.id) ?? { teams: new Map(), teammates: new Map(), tags: new Map() },
      now,
      async turn() {
        await turn();
        return !closed && !stopped.has(row.id);
      },
    }).finally(takers.close);
    if (isWhole) {
      imports.step(row.id, { ...noCounts, done: row.total ?? 0 });
      imports.turn(row.id, "done", now());
    } else if (stopped.has(row.id) && imports.get(row.id)) imports.turn(row.id, "stopped", now());
    onChange();
  }

  const nextFile = () => imports.all().findLast(({ source, state }) => source !== "workspace" && state === "running");

  let isRenewed = false;
  /** Packs some anew that an older version packed, or those about one place. Answers whether there were any. */
  function renew(place?: number): boolean {
    const outdated = store.outdated(place);
    if (outdated.length > 0) store.repack(outdated.map((each) => ({ ...each, past: takeAnew(each) })));
    return outdated.length > 0;
  }

  /** One lot of what there is to do; false where there is nothing. */
  async function step(): Promise<boolean> {
    // First of all: nothing else can be done with what nobody understands any more. Once there is none, there will be none.
    if (!isRenewed) {
      isRenewed = !renew();
      if (!isRenewed) onChange();
      return true;
    }
    const file = nextFile();
    if (file) {
      await readFile(file).catch((error: unknown) => {
        onTrouble(error);
        if (imports.get(file.id)) imports.turn(file.id, "failed", now(), unexpected);
        onChange();
      });
      return true;
    }
    if (search.index(indexLot) > 0) {
      if (search.notIndexed() === 0) onChange();
      return true;
    }
    return false;
  }

  function work(): void {
    hasMore = true;
    working ??= (async () => {
      try {
        while (!closed && hasMore) {
          // Whoever brings more while this looks sets it again.
          hasMore = false;
          if (await step()) hasMore = true;
          await turn();
        }
      } catch (error) {
        onTrouble(error);
      }
      working = null;
    })();
  }

  /** What goes on by itself after a start. */
  function takeUp(): void {
    if (brokeOff)
      for (const { id, source, state } of imports.all())
        if (source !== "workspace" && state === "running") imports.turn(id, "failed", now(), unexpected);
    work();
  }
  takeUp();

  function pastAt(place: number): Past | null {
    renew(place);
    const packed = search.packed(place);
    return packed === null ? null : unpack(packed);
  }

  function shown(listed: Listed, words: string): Shown {
    const { team, teammate, place } = listed;
    return {
      ...listed,
      excerpt: excerptOf(words, listed.excerpt, () => pastAt(place)),
      teamName: team === null ? null : search.nameOf("team", team),
      teammateName: teammate === null ? null : search.nameOf("teammate", teammate),
      tags: search.tagsOf(place).map((id) => ({ id, name: search.nameOf("tag", id) })),
    };
  }

  /** Removes a lot at a time, then writes the index anew and the log back, so that nothing of it is left in the file. */
  async function removeAll(next: () => number): Promise<number> {
    let removed = 0;
    for (let lot = next(); lot > 0; lot = next()) {
      removed += lot;
      await turn();
    }
    if (removed === 0) return 0;
    search.compact();
    db.pragma("wal_checkpoint(TRUNCATE)");
    onChange();
    return removed;
  }

  return {
    state: () => ({
      conversations: store.count(),
      ...store.span(),
      sizeBytes: store.sizeBytes(),
      notSearchable: search.notIndexed(),
      imports: imports.all().map((row) => ({ ...row, secondsLeft: secondsLeft(row, paces.get(row.id), now()) })),
    }),
    get: (id: number): ImportRow | null => imports.get(id),
    leftOut: (id: number) => imports.leftOut(id),
    list(asked: ArchiveSearch, after: Place | null, limit: number) {
      const rows = search.list(asked, after, limit + 1);
      const page = rows.slice(0, limit);
      const last = rows.length > limit ? page.at(-1) : undefined;
      return {
        conversations: page.map((row) => shown(row, asked.search)),
        total: after === null ? search.count(asked) : null,
        next: last ? { createdAt: last.createdAt, place: last.place } : null,
      };
    },
    conversation(id: string) {
      const kept = store.get(id);
      const listed = search.listed(id);
      const past = kept ? pastAt(kept.place) : null;
      if (!kept || !listed || !past) return null;
      const { import: from, knownUntil } = kept;
      const ids = past.moments.flatMap(({ by, happening }) => [
        ...(by?.kind === "teammate" ? [{ kind: "teammate" as const, id: by.id }] : []),
        ...(happening?.assignedTo && happening.assignedTo.kind !== "nobody"
          ? [{ kind: happening.assignedTo.kind, id: happening.assignedTo.id }]
          : []),
      ]);
      const names = ids.map(({ kind, id: named }) => [`${kind} ${named}`, search.nameOf(kind, named)] as const);
      return {
        ...shown(listed, ""),
        past,
        knownUntil,
        names: new Map(names),
        import: { id: from, name: imports.get(from)?.name ?? "" },
      };
    },
    choices() {
      const { teams, teammates, tags, channels } = search.choices();
      const named = (kind: "team" | "teammate" | "tag", all: typeof teams) =>
        all.map((choice) => ({ ...choice, name: search.nameOf(kind, choice.id) }));
      return {
        teams: named("team", teams),
        teammates: named("teammate", teammates),
        tags: named("tag", tags),
        channels,
      };
    },
    person(person: string) {
      const rows = store.ofPerson(person, 100_000);
      return { conversations: rows.length, names: [...new Set(rows.map(({ name }) => name))].slice(0, 10) };
    },
    async removePerson(person: string): Promise<number> {
      const ids = store.ofPerson(person, 100_000).map(({ id }) => id);
      for (const words of [...ids, person.slice(person.indexOf(":") + 1)]) imports.forget(words);
      return removeAll(() => store.removePerson(person, removeLot));
    },
    begin(given: Parameters<typeof imports.begin>[0]): ImportRow {
      const id = imports.begin(given);
      onChange();
      return found(id);
    },
    /** A file that has come whole; from here on it is read by itself. */
    beginFile(name: string, path: string, sizeBytes: number, mapping: CsvMapping | null, names: KnownNames): ImportRow {
      const source = mapping ? "table" : "file";
      const given = { source, name, app: null, startedAt: now(), rangeFrom: null, rangeTo: null, mapping } as const;
      const id = imports.begin({ ...given, total: sizeBytes });
      renameSync(path, fileOf(id));
      known.set(id, names);
      onChange();
      work();
      return found(id);
    },
    stop(id: number): void {
      stopped.add(id);
      // A file's own loop says that it has stopped; what is read by the main thread is over here.
      if (found(id).source === "workspace" || nextFile()?.id !== id) imports.turn(id, "stopped", now());
      onChange();
    },
    resume(id: number): ImportRow {
      stopped.delete(id);
      imports.turn(id, "running", null);
      const row = found(id);
      paces.set(id, { at: now(), done: row.done });
      onChange();
      work();
      return row;
    },
    turn(id: number, state: ImportState, trouble: ImportRow["trouble"] = null): void {
      const before = imports.get(id)?.state;
      const goesOn = state === "running" || state === "waiting";
      // What is under way when a person stops it does not start it again: only `resume` does.
      if (before === undefined || (goesOn && before === "stopped")) return;
      imports.turn(id, state, goesOn ? null : now(), trouble);
      onChange();
    },
    /** How far a workspace's import has got. */
    progress(id: number, step: { done?: number; total?: number; cursor?: unknown }): void {
      if (!paces.has(id)) paces.set(id, { at: now(), done: step.done ?? 0 });
      imports.step(id, { ...noCounts, ...step });
      onChange();
    },
    /** Of these, what the archive does not have as it is now. */
    stale: (all: readonly { id: string; updatedAt: number | null }[]): string[] =>
      all.flatMap(({ id, updatedAt }) => {
        const has = store.updatedAt(id);
        return has !== null && updatedAt !== null && has >= updatedAt ? [] : [id];
      }),
    keepRead(id: number, all: readonly Read[], omissions: readonly Omission[]): void {
      const row = imports.get(id);
      if (!row) return;
      const lot = lotOf(row);
      const brought = all.map(({ conversation, ...rest }) => ({
        ...rest,
        line: null,
        bytes: Buffer.from(JSON.stringify(conversation)),
      }));
      lot.add(takeBundle(brought, now()));
      for (const omission of omissions) lot.passOver(omission);
      lot.keep();
      work();
    },
    async removeImport(id: number): Promise<void> {
      stopped.add(id);
      imports.remove(id);
      await removeAll(() => store.removeImport(id, removeLot));
      rmSync(fileOf(id), { force: true });
      onChange();
    },
    /** Finishes the lot it is at. */
    async close(): Promise<void> {
      closed = true;
      await working;
      db.close();
    },
  };
}

const noCounts = { read: 0, added: 0, renewed: 0, same: 0, leftOut: 0, remarked: 0 };

/** By how fast it went since it was taken up; null where that cannot be told yet. */
function secondsLeft(
  { state, done, total }: ImportRow,
  pace: { at: number; done: number } | undefined,
  now: number,
): number | null {
  if (state !== "running" || total === null || !pace || done <= pace.done || now <= pace.at) return null;
  return Math.ceil(((total - done) * (now - pace.at)) / (done - pace.done) / 1000);
}

export type Desk = ReturnType<typeof createDesk>;
