import { text, type Text } from "#shared/language/text.ts";
import type { ArchiveStore, Kept } from "../store/archive.ts";
import { type ArchiveImports, mostExamples, type Omission, type Reason } from "../store/archiveImports.ts";
import { type Given, takeConversation } from "./takeConversation.ts";

/** So many conversations, or so much of them, are kept in one commit. */
const mostKept = 500;
const mostRead = 5_000;
const mostBytes = 8 * 1024 ** 2;
const wordsShown = 160;

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
  now(): number;
  /** Things that an earlier try has seen already. */
  seen: number;
  /** A file goes on after as many things as were seen, and what stands in it twice is worth telling. */
  isFile: boolean;
  onKept(): void;
}

/** What a conversation is taken with. */
interface From extends Omit<Given, "now"> {
  line: number | null;
}

/** What an import has taken and not yet kept, with what it left out. The place it has got to is kept in the same commit. */
export function createLot({ id, store, imports, together, now, seen: before, isFile, onKept }: LotDeps) {
  let kept: { kept: Kept; line: number | null }[] = [];
  let reasons = new Map<string, Reason>();
  let counts = { read: 0, leftOut: 0, remarked: 0 };
  let bytes = 0;
  let seen = before;
  let done: number | undefined;

  function note({ kind, why, line, conversation, words }: Omission): void {
    const key = `${kind} ${why.en}`;
    const reason = reasons.get(key) ?? { kind, why, count: 0, examples: [] };
    reasons.set(key, reason);
    reason.count += 1;
    if (reason.examples.length < mostExamples) reason.examples.push({ line, conversation, words });
  }
  /** Left out without being one of the things that are counted. */
  function passOver(omission: Omission): void {
    counts.read += 1;
    counts.leftOut += 1;
    note(omission);
  }
  function remark(why: Text, { past }: Kept, line: number | null): void {
    note({ kind: "remark", why, line, conversation: past.id, words: past.base.firstMessage.slice(0, wordsShown) });
  }

  return {
    take(value: unknown, { line, ...given }: From, remarks: readonly Text[]): void {
      seen += 1;
      const taken = takeConversation(value, { ...given, now: now() });
      if (taken.outcome === "refused") {
        const words = Buffer.from(given.bytes.subarray(0, wordsShown)).toString("utf8");
        return passOver({ kind: "leftOut", why: taken.why, line, conversation: taken.id, words });
      }
      counts.read += 1;
      bytes += given.bytes.length;
      kept.push({ kept: taken.kept, line });
      const all = [...remarks, ...taken.remarks];
      if (all.length > 0) counts.remarked += 1;
      for (const why of all) remark(why, taken.kept, line);
    },
    leaveOut(omission: Omission): void {
      seen += 1;
      passOver(omission);
    },
    passOver,
    hasRead(sofar: number): void {
      done = sofar;
    },
    /** Things that have been taken or left out so far, those of earlier tries included. */
    seen: (): number => seen,
    isFull: (): boolean => kept.length >= mostKept || bytes >= mostBytes || counts.read >= mostRead,
    keep(): void {
      together(() => {
        // Somebody deleted the import meanwhile.
        if (!imports.get(id)) return;
        const fates = store.keep(
          kept.map((each) => each.kept),
          id,
        );
        const count = (fate: string) => fates.filter((each) => each === fate).length;
        for (const [index, fate] of fates.entries()) {
          const each = kept[index];
          if (isFile && fate === "twice" && each) remark(twice, each.kept, each.line);
        }
        const again = count("twice");
        imports.note(id, [...reasons.values()]);
        imports.step(id, {
          ...counts,
          remarked: counts.remarked + (isFile ? again : 0),
          added: count("added"),
          renewed: count("renewed"),
          same: count("same") + again,
          ...(isFile ? { cursor: { seen } } : {}),
          ...(done === undefined ? {} : { done }),
        });
      });
      kept = [];
      reasons = new Map();
      counts = { read: 0, leftOut: 0, remarked: 0 };
      bytes = 0;
      onKept();
    },
  };
}

export type Lot = ReturnType<typeof createLot>;
