import { z } from "zod";
import { CsvMapping } from "../archive/csvMapping.ts";
import { Text } from "../language/text.ts";
import { ConversationSummary, ThreadPart } from "./conversations.ts";
import { Problem } from "./problem.ts";
import { route } from "./route.ts";

/** The largest file that is taken, as it is sent (packed, where it is gzip). */
export const largestFileBytes = 4 * 1024 ** 3;
/** As much of a file's beginning as `lookAtFile` wants. */
export const lookBytes = 64 * 1024;

const id = z.object({ id: z.string().max(64) });
const instant = z.iso.datetime();
const count = z.number().int();

/** Where past conversations came from: a file in Intercom's shape, a table (CSV), or the connected workspace. */
export const ImportSource = z.enum(["file", "table", "workspace"]);
export type ImportSource = z.infer<typeof ImportSource>;

/** One import of past conversations. */
export const Import = z.object({
  id: z.string(),
  source: ImportSource,
  /** The file's name, or the workspace's. */
  name: z.string(),
  /** `waiting`: Intercom does not answer at the moment, and it goes on by itself. `stopped` by a person; `failed`: see `trouble`. Both can be resumed. */
  state: z.enum(["running", "waiting", "stopped", "failed", "done"]),
  startedAt: instant,
  endedAt: instant.nullable(),
  /** Why it waits or failed. */
  trouble: z.object({ what: Text, todo: Text }).nullable(),
  /** Of a workspace: only conversations that began in this time. Null: without a bound. */
  range: z.object({ from: instant.nullable(), to: instant.nullable() }),
  /** From 0 to 1; null while it cannot be told. */
  share: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  /** Conversations (of a broken file: lines) that were looked at, and what became of them. */
  read: count,
  added: count,
  /** Were there already, and are newer now. */
  renewed: count,
  /** Were there already, no older. */
  same: count,
  leftOut: count,
  /** Were taken, with something worth telling: see `getLeftOut`. */
  remarked: count,
  /** Conversations that the archive has from it now. */
  holds: count,
  /** Of a workspace: it is connected now, so that what changed since can be read (`updateImport`). */
  canUpdate: z.boolean(),
});
export type Import = z.infer<typeof Import>;

/** The archive of past conversations. */
export const Archive = z.object({
  conversations: count,
  /** When the oldest and the newest of them began. */
  from: instant.nullable(),
  to: instant.nullable(),
  sizeBytes: z.number(),
  /** Conversations that can be read already, and not yet be found by their words. 0 but for a moment after an import. */
  notSearchable: count,
  /** Newest first. */
  imports: z.array(Import),
});
export type Archive = z.infer<typeof Archive>;

/** What an import left out, or took with a remark, and why. */
export const LeftOut = z.object({
  reasons: z.array(
    z.object({
      /** `remark`: the conversation was taken all the same. */
      kind: z.enum(["leftOut", "remark"]),
      why: Text,
      count,
      /** The first of them: the line of the file (from 1), the conversation's number, the first words of what stands there. */
      examples: z.array(z.object({ line: count.nullable(), conversation: z.string().nullable(), words: z.string() })),
    }),
  ),
});
export type LeftOut = z.infer<typeof LeftOut>;

/** What the beginning of a file looks like. */
export const FileLook = z.discriminatedUnion("kind", [
  /** In Intercom's shape: it can be imported as it is. */
  z.object({ kind: z.literal("conversations") }),
  /** A table: someone has to say which column holds what. */
  z.object({
    kind: z.literal("table"),
    columns: z.array(z.string()),
    /** The first rows below the head, each with a field a column. */
    rows: z.array(z.array(z.string())),
    /** What the columns' names and the rows suggest. */
    guess: CsvMapping,
  }),
  z.object({ kind: z.literal("unknown"), what: Text, todo: Text }),
]);
export type FileLook = z.infer<typeof FileLook>;

/** A past conversation in the list. `excerpt` is where the words that were searched for stand, else its first words. */
export const ArchivedSummary = ConversationSummary.extend({
  title: z.string(),
  channel: z.string(),
  /** Names, as it stood at the end; null for nobody, empty where nobody names it. */
  team: z.string().nullable(),
  teammate: z.string().nullable(),
  tags: z.array(z.string()),
  messages: count,
  updatedAt: instant,
});
export type ArchivedSummary = z.infer<typeof ArchivedSummary>;

/** One part of a past thread. `place` is its place among the moments of the conversation, as a simulation names them. */
export const ArchivedPart = ThreadPart.extend({ place: count });
export type ArchivedPart = z.infer<typeof ArchivedPart>;

/** A past conversation as a thread. */
export const ArchivedConversation = ArchivedSummary.extend({
  contact: z.object({ id: z.string(), name: z.string(), email: z.string() }).nullable(),
  attributes: z.array(z.object({ name: z.string(), value: z.string() })),
  rating: z.number().nullable(),
  parts: z.array(ArchivedPart),
  /** What happened later is not known. */
  knownUntil: instant,
  import: z.object({ id: z.string(), name: z.string() }),
});
export type ArchivedConversation = z.infer<typeof ArchivedConversation>;

/** `name` is empty where nobody says what it is called. */
const choice = z.object({ id: z.string(), name: z.string(), conversations: count });
/** What the archive can be filtered by, most frequent first. */
export const ArchiveChoices = z.object({
  teams: z.array(choice),
  teammates: z.array(choice),
  tags: z.array(choice),
  channels: z.array(choice),
});
export type ArchiveChoices = z.infer<typeof ArchiveChoices>;

/** What is looked for. All that is given has to fit. */
export const ArchiveSearch = z.object({
  /** Words that all stand in the title, the messages or the customer's name or e-mail, without regard to case and accents; "in quotes" one after the other. */
  search: z.string().max(200).default(""),
  state: z.enum(["open", "closed", "snoozed"]).optional(),
  /** Ids, as `listArchiveChoices` gives them. "none": without one. */
  team: z.string().max(200).optional(),
  teammate: z.string().max(200).optional(),
  tag: z.string().max(200).optional(),
  channel: z.string().max(200).optional(),
  /** The customer's id. */
  contact: z.string().max(200).optional(),
  import: z.string().max(64).optional(),
  /** When it began: from (included) and to (not included). */
  from: instant.optional(),
  to: instant.optional(),
});
export type ArchiveSearch = z.infer<typeof ArchiveSearch>;

const ok = z.object({ ok: z.literal(true) });
const range = z.object({ from: instant.nullable().default(null), to: instant.nullable().default(null) });
/** A person by the id or the e-mail that conversations know them by. */
const person = z.object({ contact: z.string().max(200).optional(), email: z.string().max(320).optional() });

export const archiveRoutes = {
  getArchive: route({
    method: "get",
    path: "/api/archive",
    access: "member",
    summary: "How many past conversations there are, and how their imports stand",
    answer: Archive,
  }),
  lookAtFile: route({
    method: "post",
    path: "/api/archive/files/look",
    access: "member",
    summary:
      "What the first 64 KB of a file look like: sent as they are, plain or gzip; of a table, its columns and a guess what they hold",
    upload: { mostBytes: lookBytes },
    answer: FileLook,
  }),
  importFile: route({
    method: "post",
    path: "/api/archive/files",
    access: "member",
    summary:
      "Import a file: sent as it is, plain or gzip; one conversation of Intercom's a line (JSONL), a list of them, or a table (CSV) with its mapping. Answers once all of it has come; the rest goes on by itself",
    query: z.object({
      name: z.string().trim().min(1).max(200),
      /** Of a table: the `CsvMapping` as JSON. */
      mapping: z.string().max(4_000).optional(),
    }),
    upload: { mostBytes: largestFileBytes },
    answer: Import,
    refusals: { 413: Problem, 422: Problem },
  }),
  importWorkspace: route({
    method: "post",
    path: "/api/archive/workspace",
    access: "member",
    summary: "Import from the connected workspace, newest first: everything, or what began in a time",
    body: range,
    answer: Import,
    refusals: { 409: Problem },
  }),
  updateImport: route({
    method: "post",
    path: "/api/archive/imports/:id/update",
    access: "member",
    summary: "Read from the workspace what has changed since it was imported, or was last updated",
    params: id,
    answer: Import,
    refusals: { 409: Problem },
  }),
  stopImport: route({
    method: "post",
    path: "/api/archive/imports/:id/stop",
    access: "member",
    summary: "Stop an import; what has come stays, and it can be resumed",
    params: id,
    answer: Import,
  }),
  resumeImport: route({
    method: "post",
    path: "/api/archive/imports/:id/resume",
    access: "member",
    summary: "Go on with an import that was stopped or has failed",
    params: id,
    answer: Import,
    refusals: { 409: Problem },
  }),
  deleteImport: route({
    method: "delete",
    path: "/api/archive/imports/:id",
    access: "member",
    summary: "Delete an import with the conversations that it brought",
    params: id,
    answer: ok,
  }),
  getLeftOut: route({
    method: "get",
    path: "/api/archive/imports/:id/left-out",
    access: "member",
    summary: "What an import left out, or took with a remark, and why",
    params: id,
    answer: LeftOut,
  }),
  listArchived: route({
    method: "get",
    path: "/api/archive/conversations",
    access: "member",
    summary: "Past conversations, newest first, a page at a time",
    query: ArchiveSearch.extend({
      /** `next` of the page before. */
      after: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.object({
      conversations: z.array(ArchivedSummary),
      /** How many fit in all; told with the first page only. */
      total: count.nullable(),
      next: z.string().nullable(),
    }),
  }),
  listArchiveChoices: route({
    method: "get",
    path: "/api/archive/choices",
    access: "member",
    summary: "Teams, teammates, tags and channels of past conversations, by name",
    answer: ArchiveChoices,
  }),
  getArchived: route({
    method: "get",
    path: "/api/archive/conversations/:id",
    access: "member",
    summary: "A past conversation as a thread",
    params: id,
    answer: ArchivedConversation,
  }),
  findPerson: route({
    method: "get",
    path: "/api/archive/person",
    access: "member",
    summary: "How many past conversations a person took part in as a customer, by id or by e-mail",
    query: person,
    answer: z.object({ conversations: count, names: z.array(z.string()) }),
  }),
  removePerson: route({
    method: "post",
    path: "/api/archive/person/remove",
    access: "member",
    summary: "Delete every past conversation of a person, by id or by e-mail: nothing of it stays in the archive",
    body: person,
    answer: z.object({ removed: count }),
  }),
};
