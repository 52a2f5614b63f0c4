import { entries, record, string } from "#shared/events/raw.ts";
import { text } from "#shared/language/text.ts";
import { z } from "zod";
import type { CallService, Service } from "../connections/callService.ts";
import type { Tried, Unanswered } from "../connections/failureOf.ts";
import { readWhole } from "../intercom/readChanged.ts";
import { type Bounds, countIn, type InSlice, readContact, readSlice } from "../intercom/readSlice.ts";
import type { ImportRow, Omission } from "../store/archiveImports.ts";
import type { Thread } from "./createThread.ts";
import type { Read } from "./desk.ts";

/**
 * Where an import from a workspace goes on. Slices: everything that began from `before` on is there, and the next slice is as wide as
 * `widthMs`. Changes: what has changed since `since` is read. Both: what changed since `startedAt` is for the next update.
 */
export const Cursor = z.discriminatedUnion("phase", [
  z.object({ phase: z.literal("slices"), before: z.number(), widthMs: z.number(), startedAt: z.number() }),
  z.object({ phase: z.literal("changes"), since: z.number(), startedAt: z.number() }),
  z.object({ phase: z.literal("done"), startedAt: z.number() }),
]);
export type Cursor = z.infer<typeof Cursor>;

export interface WorkspaceDeps {
  thread: Thread;
  /** Calls that give way to all others. */
  call: CallService;
  service: Service;
  now(): number;
  /** Resolves after a while, at once where the import is stopped. */
  pause(ms: number): Promise<void>;
  isStopped(): boolean;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const widestMs = 400 * dayMs;
/** Slices are made wider where fewer began, narrower where more did, so that the newest are there soon. */
const fewInSlice = 40;
const manyInSlice = 300;
/** Conversations that are read at the same time, and kept together. */
const lanes = 6;
const lotSize = 24;
/** Events are not told in order, and clocks differ. */
const marginMs = 300_000;
const mostContactsHeld = 5_000;
const shortestPauseMs = 2_000;
const longestPauseMs = 60_000;
/** One conversation that Intercom cannot show does not hold up the rest. */
const mostTries = 5;

const gone = text("It was deleted in Intercom before it could be read.", "Se borró en Intercom antes de poder leerla.");

/** Intercom will not give it, however often it is asked. */
export class ImportRefused extends Error {
  readonly trouble: Pick<Unanswered, "what" | "todo">;
  constructor({ what, todo }: Unanswered) {
    super(what.en);
    this.name = "ImportRefused";
    this.trouble = { what, todo };
  }
}
/** It was stopped while it waited. */
class Stopped extends Error {}

/** No answer, too many calls, or Intercom's own trouble: it may answer later. */
const mayAnswer = (status: number) => status === 0 || status === 429 || status >= 500;

/**
 * Reads conversations of the connected workspace into the archive, the newest first; or what has changed since it was last read. Where
 * it was broken off it goes on. Answers whether all was read; otherwise it was stopped.
 * @throws ImportRefused with why, where going on makes no sense.
 */
export async function importWorkspace(row: ImportRow, deps: WorkspaceDeps): Promise<boolean> {
  const { thread, call, service, now } = deps;
  const { id } = row;
  const contacts = new Map<string, Read["contact"]>();
  let done = row.done;
  const range: Bounds = { from: row.rangeFrom, to: row.rangeTo };

  /** Asks until there is an answer, however long that takes; the import says meanwhile that it waits. */
  async function answered<T>(ask: () => Promise<Tried<T>>, tries = Infinity): Promise<Tried<T>> {
    let isWaiting = false;
    let pauseMs = shortestPauseMs;
    for (let tried = 1; ; tried += 1) {
      if (deps.isStopped()) throw new Stopped();
      const answer = await ask();
      if (answer.ok || !mayAnswer(answer.status) || tried >= tries) {
        if (isWaiting) await thread.ask("turn", id, "running");
        return answer;
      }
      if (!isWaiting) await thread.ask("turn", id, "waiting", { what: answer.what, todo: answer.todo });
      isWaiting = true;
      await deps.pause(pauseMs);
      pauseMs = Math.min(longestPauseMs, pauseMs * 2);
    }
  }
  async function must<T>(ask: () => Promise<Tried<T>>): Promise<T> {
    const answer = await answered(ask);
    if (!answer.ok) throw new ImportRefused(answer);
    return answer;
  }

  async function contactOf(conversation: Read["conversation"]): Promise<Read["contact"]> {
    const [first] = entries(conversation["contacts"], "contacts", "data");
    const author = record(record(conversation["source"])["author"]);
    const contactId = string(first?.["id"]) || (string(author["type"]) === "admin" ? "" : string(author["id"]));
    if (contactId === "") return null;
    const held = contacts.get(contactId);
    if (held !== undefined) return held;
    const read = await answered(() => readContact(call, service, contactId), mostTries);
    // A token that may not read contacts still reads conversations.
    const contact = read.ok ? read.contact : null;
    if (contacts.size >= mostContactsHeld) contacts.delete(contacts.keys().next().value ?? "");
    contacts.set(contactId, contact);
    return contact;
  }

  async function readOne(conversationId: string): Promise<Read | Omission> {
    const read = await answered(() => readWhole(call, service, conversationId), mostTries);
    if (!read.ok && !mayAnswer(read.status) && read.status !== 404) throw new ImportRefused(read);
    if (!read.ok) {
      const why = read.status === 404 ? gone : read.what;
      return { kind: "leftOut", why, line: null, conversation: conversationId, words: "" };
    }
    return { conversation: read.conversation, contact: await contactOf(read.conversation), readAt: now() };
  }

  /** Reads these a few at a time and keeps them in lots. */
  async function readAll(found: readonly InSlice[]): Promise<void> {
    const stale = await thread.ask("stale", [...found]);
    done += found.length - stale.length;
    for (let from = 0; from < stale.length; from += lotSize) {
      const left = stale.slice(from, from + lotSize);
      const size = left.length;
      const results: (Read | Omission)[] = [];
      const lane = async () => {
        for (let next = left.shift(); next !== undefined; next = left.shift()) results.push(await readOne(next));
      };
      await Promise.all(Array.from({ length: lanes }, lane));
      const reads = results.flatMap((each) => ("conversation" in each && "readAt" in each ? [each] : []));
      const omissions = results.flatMap((each) => ("kind" in each ? [each] : []));
      await thread.ask("keepRead", id, reads, omissions);
      done += size;
      await thread.ask("progress", id, { done });
    }
  }

  async function pagesOf(created: Bounds, updated?: Bounds): Promise<InSlice[]> {
    const all = new Map<string, InSlice>();
    let after: string | null = null;
    do {
      const asked = { created, after, ...(updated ? { updated } : {}) };
      const page: { found: InSlice[]; next: string | null } = await must(() => readSlice(call, service, asked));
      for (const each of page.found) all.set(each.id, each);
      after = page.next;
    } while (after !== null);
    return [...all.values()].toSorted((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0));
  }

  async function slices(cursor: Extract<Cursor, { phase: "slices" }>): Promise<void> {
    let { before, widthMs } = cursor;
    const { startedAt } = cursor;
    const { count } = await must(() => countIn(call, service, range));
    await thread.ask("progress", id, { total: count, done });
    const earliest = range.from ?? 0;
    while (before > earliest) {
      const from = Math.max(earliest, before - widthMs);
      const found = await pagesOf({ from, to: before });
      await readAll(found);
      before = from;
      if (found.length === 0 && before > earliest) {
        const older = await must(() => countIn(call, service, { from: range.from, to: before }));
        if (older.count === 0) return;
      }
      if (found.length < fewInSlice) widthMs = Math.min(widestMs, widthMs * 2);
      if (found.length > manyInSlice) widthMs = Math.max(hourMs, widthMs / 2);
      await thread.ask("progress", id, {
        cursor: { phase: "slices", before, widthMs, startedAt } satisfies Cursor,
        done,
      });
    }
  }

  async function changes({ since }: Extract<Cursor, { phase: "changes" }>): Promise<void> {
    const found = await pagesOf(range, { from: since, to: null });
    done = 0;
    await thread.ask("progress", id, { total: found.length, done });
    await readAll(found);
  }

  const begun = Cursor.safeParse(row.cursor);
  const cursor: Cursor = begun.success
    ? begun.data
    : { phase: "slices", before: Math.min(range.to ?? Infinity, now() + hourMs), widthMs: dayMs, startedAt: now() };
  try {
    if (cursor.phase === "slices") await slices(cursor);
    if (cursor.phase === "changes") await changes(cursor);
  } catch (error) {
    if (error instanceof Stopped) return false;
    throw error;
  }
  const ended: Cursor = { phase: "done", startedAt: cursor.startedAt };
  await thread.ask("progress", id, { cursor: ended, done, total: done });
  return true;
}

/** Where an update begins: with what changed since the last began, or was imported. */
export function updateFrom({ cursor, startedAt }: ImportRow, now: number): Cursor {
  const before = Cursor.safeParse(cursor);
  const last = before.success ? before.data.startedAt : startedAt;
  return { phase: "changes", since: last - marginMs, startedAt: now };
}
