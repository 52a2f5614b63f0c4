import { pack } from "#shared/archive/packed.ts";
import type { Past } from "#shared/archive/past.ts";
import type { Database } from "./database.ts";

/** One past conversation to keep. */
export interface Kept {
  past: Past;
  /** As Intercom gave it, compressed. */
  raw: Uint8Array;
}

/** What has changed in the archive since somebody last looked. */
export interface Changes {
  /** The change that was the last one seen. */
  change: number;
  packed: string[];
  removed: string[];
  /** There is more: to be asked again from `change` on. */
  more: boolean;
}

const excerptLength = 200;

/** The archive of past conversations, in a file of its own: see `openArchive`. */
export function archiveStore(db: Database) {
  const newest = db
    .prepare<[], number>(
      "select max(coalesce((select max(change) from conversations), 0), coalesce((select max(change) from removed), 0))",
    )
    .pluck();
  const put = db.prepare(`
    insert into conversations (id, created_at, updated_at, state, channel, team, teammate, contact, contact_name, title, excerpt,
      messages, import, packed, raw, change)
    values (@id, @createdAt, @updatedAt, @state, @channel, @team, @teammate, @contact, @contactName, @title, @excerpt,
      @messages, @import, @packed, @raw, @change)
    on conflict (id) do update set created_at = excluded.created_at, updated_at = excluded.updated_at, state = excluded.state,
      channel = excluded.channel, team = excluded.team, teammate = excluded.teammate, contact = excluded.contact,
      contact_name = excluded.contact_name, title = excluded.title, excerpt = excluded.excerpt, messages = excluded.messages,
      import = excluded.import, packed = excluded.packed, raw = excluded.raw, change = excluded.change
    where excluded.updated_at >= conversations.updated_at`);
  const since = db.prepare<[number, number], { packed: string; change: number }>(
    "select packed, change from conversations where change > ? order by change limit ?",
  );
  const gone = db.prepare<[number], { id: string; change: number }>(
    "select id, change from removed where change > ? order by change",
  );
  const counted = db.prepare<[], number>("select count(*) from conversations").pluck();
  const span = db.prepare<[], { from: number | null; to: number | null }>(
    'select min(created_at) as "from", max(created_at) as "to" from conversations',
  );

  return {
    /** Keeps conversations in one commit, each once: a newer one takes the place of an older. Answers how many were new or newer. */
    keep: db.transaction((all: readonly Kept[], importId: string): number => {
      let change = newest.get() ?? 0;
      let kept = 0;
      for (const { past, raw } of all) {
        const { base, moments, last, contact } = past;
        const { changes } = put.run({
          id: past.id,
          createdAt: base.createdAt ?? 0,
          updatedAt: past.knownUntil,
          state: last.state,
          channel: base.channel,
          team: last.teamId,
          teammate: last.teammateId,
          contact: contact?.id ?? base.contactIds[0] ?? null,
          contactName: contact?.name || contact?.email || "",
          title: base.title,
          excerpt: base.firstMessage.slice(0, excerptLength),
          messages: moments.filter(({ words, inside }) => words && !inside).length,
          import: importId,
          packed: pack(past),
          raw,
          change: (change += 1),
        });
        kept += changes;
      }
      return kept;
    }),
    /** Conversations that came or changed after `change`, a lot at a time, and those that were removed. */
    changes(change: number, limit: number): Changes {
      const rows = since.all(change, limit);
      const removed = gone.all(change);
      const more = rows.length === limit;
      const last = more ? (rows.at(-1)?.change ?? change) : (newest.get() ?? change);
      return { change: last, packed: rows.map(({ packed }) => packed), removed: removed.map(({ id }) => id), more };
    },
    newestChange: (): number => newest.get() ?? 0,
    count: (): number => counted.get() ?? 0,
    /** When the oldest and the newest of them began, epoch milliseconds. */
    span: () => span.get() ?? { from: null, to: null },
  };
}

export type ArchiveStore = ReturnType<typeof archiveStore>;
