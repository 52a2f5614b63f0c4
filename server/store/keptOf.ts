import { pack } from "#shared/archive/packed.ts";
import type { Past } from "#shared/archive/past.ts";

/** Something that has a name, as a conversation tells. */
export interface Named {
  kind: "team" | "teammate" | "tag";
  id: string;
  name: string;
}

/** What is told of a past conversation beside what happened in it. */
export interface Told {
  /** When something last happened in it, epoch milliseconds. Of two of the same, the one with the later is kept. */
  updatedAt: number;
  /** Customers who took part: "id:…" and "mail:…". */
  people: readonly string[];
  named: readonly Named[];
}

/** One past conversation as it is written, so plain that it passes from thread to thread for little. */
export interface Kept extends Omit<Told, "updatedAt"> {
  row: ReturnType<typeof rowOf>;
  tags: readonly string[];
  /** As `pack` packs it. */
  packed: Uint8Array;
}

const excerptLength = 300;

const rowOf = (past: Past, updatedAt: number) => ({
  id: past.id,
  createdAt: past.base.createdAt ?? 0,
  updatedAt,
  knownUntil: past.knownUntil,
  state: past.last.state,
  channel: past.base.channel,
  team: past.last.teamId,
  teammate: past.last.teammateId,
  contact: past.contact?.id ?? past.base.contactIds[0] ?? null,
  contactName: past.contact?.name || past.contact?.email || "",
  title: past.base.title,
  excerpt: past.base.firstMessage.slice(0, excerptLength),
  messages: past.moments.reduce((sum, { words, inside }) => (words && !inside ? sum + 1 : sum), 0),
});

/** A past conversation as it is to be written. */
export const keptOf = (past: Past, { updatedAt, people, named }: Told): Kept => ({
  row: rowOf(past, updatedAt),
  tags: past.last.tags.map(({ id }) => id),
  people,
  named,
  packed: Buffer.from(pack(past)),
});
