import { join } from "node:path";
import { archiveImports } from "#server/store/archiveImports.ts";
import { archiveStore } from "#server/store/archive.ts";
import { openArchive } from "#server/store/database.ts";
import { keptOf } from "#server/store/keptOf.ts";
import type { Past } from "#shared/archive/past.ts";
import { unroll } from "#shared/archive/unroll.ts";

/** A made-up past conversation, in few words. */
export interface PastMade {
  id: string;
  text: string;
  subject?: string;
  /** Epoch milliseconds. */
  at?: number;
  channel?: string;
  customer?: string;
  attributes?: Record<string, string>;
  /** Parts of Intercom 2.16, each so many minutes after the beginning. */
  later?: readonly ({ minutes: number } & Record<string, unknown>)[];
  tags?: readonly string[];
}

const began = Date.parse("2026-03-02T09:00:00Z");
const minute = 60;

export const teammate = { type: "admin", id: "5", name: "Grace" };
export const bot = { type: "bot", id: "6", name: "Helper" };

/** A part by which a conversation is given to a team. */
export const toTeam = (id: string, author: object = teammate, minutes = 60) => ({
  minutes,
  part_type: "assignment",
  author,
  assigned_to: { type: "team", id },
});

/** As Intercom 2.16 shows it, with its parts. */
export function pastRaw(made: PastMade) {
  const at = Math.floor((made.at ?? began) / 1000);
  const customer = { type: "user", id: made.customer ?? `c-${made.id}`, name: "Ada Byron" };
  return {
    type: "conversation",
    id: made.id,
    created_at: at,
    updated_at: at + 100 * minute,
    state: "open",
    source: {
      type: made.channel ?? "conversation",
      id: "1",
      subject: made.subject ?? "",
      body: made.text,
      author: customer,
    },
    contacts: { contacts: [{ ...customer, type: "contact" }] },
    custom_attributes: made.attributes ?? {},
    tags: { tags: (made.tags ?? []).map((name) => ({ type: "tag", id: `t-${name}`, name })) },
    conversation_parts: {
      conversation_parts: (made.later ?? []).map(({ minutes, ...part }, index) => ({
        id: `${made.id}-${index}`,
        created_at: at + minutes * minute,
        ...part,
      })),
    },
  };
}

export function pastConversation(made: PastMade): Past {
  const unrolled = unroll(pastRaw(made));
  if (unrolled.outcome === "refused") throw new Error(unrolled.why.en);
  return unrolled.past;
}

/** Puts them into the archive in a server's data folder, as an import of a file leaves it. */
export function fillArchive(folder: string, pasts: readonly Past[]): void {
  const db = openArchive(join(folder, "archive.sqlite"));
  const imports = archiveImports(db);
  const given = {
    source: "file",
    name: "made-up.jsonl",
    app: null,
    startedAt: 0,
    rangeFrom: null,
    rangeTo: null,
  } as const;
  const id = imports.begin({ ...given, mapping: null, total: pasts.length });
  const kept = pasts.map((past) =>
    keptOf(past, {
      updatedAt: past.knownUntil,
      people: past.contact ? [`id:${past.contact.id}`] : [],
      named: past.last.tags.map((tag) => ({ kind: "tag" as const, ...tag })),
    }),
  );
  const raws = pasts.map(({ id: conversation }) => ({
    id: conversation,
    conversation: Buffer.from(JSON.stringify({ type: "conversation", id: conversation })),
    contact: null,
  }));
  archiveStore(db).keep({ kept, raws }, id);
  imports.turn(id, "done", 0);
  db.close();
}
