import { text } from "#shared/language/text.ts";
import type { ArchiveStore, Fate } from "../store/archive.ts";
import type { ArchiveImports, Omission } from "../store/archiveImports.ts";
import { createNotes } from "./createNotes.ts";
import { type TakenBundle, wordsShown } from "./takeBundle.ts";

/** So many conversations, or so much of them, are kept in one commit. */
const mostKept = 500;
const mostRead = 5_000;
const mostBytes = 8 * 1024 ** 2;

const twice = text(
  "It stood there more than once; the newest was kept.",
  "Aparecía más de una vez; se guardó la más reciente.",
);

export interface LotDeps {
  id: number;
  store: ArchiveStore;
  imports: ArchiveImports;
  /** All or nothing, in one commit. */
  together(work: () => void): void;
  /** Things that an earlier try has seen already. */
  seen: number;
  /** A file goes on after as many things as were seen, and what stands in it twice is worth telling. */
  isFile: boolean;
  onKept(): void;
}

const nothing = { kept: 0, bytes: 0, read: 0, leftOut: 0, remarked: 0 };

/** What an import has taken and not yet kept, with what it left out. The place it has got to is kept in the same commit. */
export function createLot({ id, store, imports, together, seen: before, isFile, onKept }: LotDeps) {
  let bundles: TakenBundle[] = [];
  let notes = createNotes();
  let counts = { ...nothing };
  let seen = before;
  let done: number | undefined;

  /** Keeps a few, and counts what became of them. What stands in a file twice is told. */
  function keepBundle(bundle: TakenBundle, fates: Record<Fate, number>): void {
    for (const [index, fate] of store.keep(bundle, id).entries()) {
      fates[fate] += 1;
      const row = bundle.kept[index]?.row;
      if (!isFile || fate !== "twice" || !row) continue;
      const words = row.excerpt.slice(0, wordsShown);
      notes.note({ kind: "remark", why: twice, line: bundle.lines[index] ?? null, conversation: row.id, words });
    }
  }

  return {
    add(bundle: TakenBundle): void {
      bundles.push(bundle);
      seen += bundle.read;
      counts.kept += bundle.kept.length;
      for (const name of ["bytes", "read", "leftOut", "remarked"] as const) counts[name] += bundle[name];
      for (const reason of bundle.reasons) notes.add(reason);
    },
    /** Left out without being one of the things that are counted. */
    passOver(omission: Omission): void {
      counts.read += 1;
      counts.leftOut += 1;
      notes.note(omission);
    },
    hasRead(sofar: number): void {
      done = sofar;
    },
    /** Things that have been taken or left out so far, those of earlier tries included. */
    seen: (): number => seen,
    isFull: (): boolean => counts.kept >= mostKept || counts.bytes >= mostBytes || counts.read >= mostRead,
    keep(): void {
      together(() => {
        // Somebody deleted the import meanwhile.
        if (!imports.get(id)) return;
        const fates = { added: 0, renewed: 0, same: 0, twice: 0 };
        for (const bundle of bundles) keepBundle(bundle, fates);
        const { read, leftOut, remarked } = counts;
        imports.note(id, notes.all());
        imports.step(id, {
          read,
          leftOut,
          remarked: remarked + (isFile ? fates.twice : 0),
          added: fates.added,
          renewed: fates.renewed,
          same: fates.same + fates.twice,
          ...(isFile ? { cursor: { seen } } : {}),
          ...(done === undefined ? {} : { done }),
        });
      });
      bundles = [];
      notes = createNotes();
      counts = { ...nothing };
      onKept();
    },
  };
}

export type Lot = ReturnType<typeof createLot>;
