import type { z } from "zod";
import type { Database } from "./database.ts";

interface Row {
  document: string;
}

/** Documents of one kind, in the order in which they were made. */
export interface Collection<T> {
  all(): T[];
  get(id: string): T | null;
  /** Adds it, or takes the place of the one with its id. */
  put(document: T): void;
}

/** What of a conversation is also a column. Instants in epoch seconds. */
interface ConversationColumns {
  id: string;
  state: string;
  updated_at: number;
  snoozed_until: number | null;
}

/** A notification that waits to be accepted. */
export interface Waiting {
  row: number;
  id: string;
  topic: string;
  item: unknown;
  /** Epoch seconds. */
  createdAt: number;
  /** Epoch milliseconds; null before the first attempt. */
  firstSentAt: number | null;
  attempts: number;
}

interface StoredWaiting {
  row: number;
  id: string;
  topic: string;
  item: string;
  created_at: number;
  first_sent_at: number | null;
  attempts: number;
}

/** Intercom answers a conversation with its newest 500 parts. Source: Intercom 2.16, GET /conversations/{id}. */
const mostParts = 500;

/** Settings, counter, small objects and the outbox of the practice workspace. */
export function practiceStore(db: Database) {
  const setting = db.prepare<[string], { value: string }>("select value from practice_settings where name = ?");
  const makeSetting = db.prepare("insert or ignore into practice_settings (name, value) values (?, ?)");
  const count = db.prepare<[], { value: string }>(
    "update practice_settings set value = value + 1 where name = 'lastId' returning value",
  );
  const all = db.prepare<[string], Row>("select document from practice_objects where kind = ? order by row");
  const one = db.prepare<[string, string], Row>("select document from practice_objects where kind = ? and id = ?");
  const put = db.prepare(
    `insert into practice_objects (kind, id, document) values (:kind, :id, :document)
     on conflict (kind, id) do update set document = excluded.document`,
  );
  const snoozed = db.prepare<[string, number], { id: string }>(
    `select id from practice_objects where kind = ? and document ->> 'snoozed_until' <= ?`,
  );
  const enqueue = db.prepare("insert into practice_outbox (id, topic, item, created_at) values (?, ?, ?, ?)");
  const next = db.prepare<[], StoredWaiting>("select * from practice_outbox order by row limit 1");
  const tried = db.prepare(
    `update practice_outbox set attempts = attempts + 1, first_sent_at = coalesce(first_sent_at, :at) where row = :row`,
  );
  const remove = db.prepare("delete from practice_outbox where row = ?");
  return {
    /** All that `work` writes, or nothing of it. */
    transaction: <T>(work: () => T): T => db.transaction(work).immediate(),
    /** The value kept under this name; made and kept where there is none. */
    setting(name: string, make: () => string): string {
      const kept = setting.get(name);
      if (kept) return kept.value;
      const value = make();
      makeSetting.run(name, value);
      return value;
    },
    /** The value kept under this name; null where there is none. */
    kept: (name: string): string | null => setting.get(name)?.value ?? null,
    /** Ids of the documents of one kind whose `snoozed_until` has come. @param at epoch seconds. */
    snoozedBy: (kind: string, at: number): string[] => snoozed.all(kind, at).map(({ id }) => id),
    /** A number that was never given before. @param first where counting starts in a new workspace. */
    nextId(first: number): string {
      makeSetting.run("lastId", String(first));
      const counted = count.get();
      if (!counted) throw new Error("The practice workspace lost its counter; restore the database from a backup.");
      return String(counted.value);
    },
    objects: <T extends { id: string | number }>(kind: string, shape: z.ZodType<T>): Collection<T> => ({
      all: () => all.all(kind).map(({ document }) => shape.parse(JSON.parse(document))),
      get(id) {
        const row = one.get(kind, id);
        return row ? shape.parse(JSON.parse(row.document)) : null;
      },
      put: (document) => void put.run({ kind, id: String(document.id), document: JSON.stringify(document) }),
    }),
    outbox: {
      add: (id: string, topic: string, item: object, createdAt: number): void =>
        void enqueue.run(id, topic, JSON.stringify(item), createdAt),
      /** The oldest; null when all were accepted. */
      next(): Waiting | null {
        const row = next.get();
        if (!row) return null;
        const { created_at: createdAt, first_sent_at: firstSentAt, item, ...rest } = row;
        return { ...rest, item: JSON.parse(item), createdAt, firstSentAt };
      },
      /** Before an attempt. @param at epoch milliseconds. */
      tried: (row: number, at: number): void => void tried.run({ row, at }),
      remove: (row: number): void => void remove.run(row),
    },
  };
}

export type PracticeStore = ReturnType<typeof practiceStore>;

/** Conversations and their parts; a conversation's document is without its parts. */
export function practiceConversations<C extends ConversationColumns, P extends { id: string }>(
  db: Database,
  conversationShape: z.ZodType<C>,
  partShape: z.ZodType<P>,
) {
  const put = db.prepare(
    `insert into practice_conversations (id, state, updated_at, snoozed_until, document)
     values (:id, :state, :updatedAt, :snoozedUntil, :document)
     on conflict (id) do update set state = excluded.state, updated_at = excluded.updated_at,
       snoozed_until = excluded.snoozed_until, document = excluded.document`,
  );
  const one = db.prepare<[string], Row>("select document from practice_conversations where id = ?");
  const newest = db.prepare<[], Row>("select document from practice_conversations order by updated_at desc, id desc");
  const due = db.prepare<[number], { id: string }>(
    "select id from practice_conversations where state = 'snoozed' and snoozed_until <= ? order by snoozed_until",
  );
  const putPart = db.prepare(
    `insert into practice_parts (id, conversation, document) values (:id, :conversation, :document)
     on conflict (id) do update set document = excluded.document`,
  );
  const parts = db.prepare<[string, number], Row>(
    `select document from (select row, document from practice_parts where conversation = ? order by row desc limit ?)
     order by row`,
  );
  const conversationOf = ({ document }: Row) => conversationShape.parse(JSON.parse(document));
  return {
    put: (conversation: C): void =>
      void put.run({
        id: conversation.id,
        state: conversation.state,
        updatedAt: conversation.updated_at,
        snoozedUntil: conversation.snoozed_until,
        document: JSON.stringify(conversation),
      }),
    get(id: string): C | null {
      const row = one.get(id);
      return row ? conversationOf(row) : null;
    },
    /** The last changed first. */
    newest: (): C[] => newest.all().map(conversationOf),
    /** Ids of snoozed conversations whose time has come. @param at epoch seconds. */
    dueBy: (at: number): string[] => due.all(at).map(({ id }) => id),
    /** Adds it, or takes the place of the one with its id. */
    putPart: (conversation: string, part: P): void =>
      void putPart.run({ id: part.id, conversation, document: JSON.stringify(part) }),
    /** The newest 500, the oldest of them first. */
    parts: (conversation: string): P[] =>
      parts.all(conversation, mostParts).map(({ document }) => partShape.parse(JSON.parse(document))),
  };
}
