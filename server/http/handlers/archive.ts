import type { z } from "zod";
import { type ArchivedSummary, type Import, largestFileBytes } from "#shared/api/archive.ts";
import { CsvMapping } from "#shared/archive/csvMapping.ts";
import type { Past } from "#shared/archive/past.ts";
import type { Began } from "../../archive/createArchive.ts";
import type { Shown } from "../../archive/desk.ts";
import { isoAt, threadOf } from "#shared/archive/threadOf.ts";
import type { ImportRow } from "../../store/archiveImports.ts";
import type { Handlers } from "../mount.ts";
import { invalid, notFound, refusedByArchive } from "../problems.ts";
import type { Services } from "./services.ts";

type Names =
  | "getArchive"
  | "lookAtFile"
  | "importFile"
  | "importWorkspace"
  | "updateImport"
  | "stopImport"
  | "resumeImport"
  | "deleteImport"
  | "getLeftOut"
  | "listArchived"
  | "listArchiveChoices"
  | "getArchived"
  | "findPerson"
  | "removePerson";

const iso = (at: number | null): string | null => (at === null ? null : isoAt(at));

/** Where a page ended, as the next one is asked for. */
const placeIn = (after: string | undefined): { createdAt: number; place: number } | null => {
  const [, createdAt, place] = /^(\d+)\.(\d+)$/.exec(after ?? "") ?? [];
  return createdAt === undefined || place === undefined ? null : { createdAt: Number(createdAt), place: Number(place) };
};

function personIn({ contact, email }: { contact?: string | undefined; email?: string | undefined }): string {
  if (contact) return `id:${contact}`;
  if (email?.trim()) return `mail:${email.trim().toLowerCase()}`;
  throw invalid("contact", "give an id or an e-mail");
}

function mappingIn(written: string | undefined): CsvMapping | null {
  if (written === undefined) return null;
  try {
    return CsvMapping.parse(JSON.parse(written));
  } catch {
    throw invalid("query.mapping", "not a CsvMapping as JSON");
  }
}

const attributesAtEnd = ({ base, moments }: Past): Past["base"]["attributes"] =>
  moments.reduce((attributes, { change }) => change?.attributes ?? attributes, base.attributes);

export function archiveHandlers({ archive, connections }: Services): Pick<Handlers, Names> {
  /** What the connected workspace calls it, else what the conversations do, or a table by its very words; empty where there is only a number. */
  function nameOf(list: "teams" | "teammates" | "tags", id: string, said: string | null): string {
    const name = connections.lists()?.lists[list].find((item) => item.id === id)?.name ?? said;
    return name ?? (/^\d+$/.test(id) ? "" : id);
  }

  function imported(row: ImportRow, secondsLeft: number | null = null): z.input<typeof Import> {
    const { id, app, done, total, startedAt, endedAt, rangeFrom, rangeTo, state } = row;
    return {
      ...row,
      id: String(id),
      startedAt: isoAt(startedAt),
      endedAt: iso(endedAt),
      range: { from: iso(rangeFrom), to: iso(rangeTo) },
      share: state === "done" ? 1 : total === null ? null : total === 0 ? 1 : Math.min(1, done / total),
      secondsLeft,
      canUpdate: row.source === "workspace" && state === "done" && app === connections.current().workspace.appId,
    };
  }
  function began(outcome: Began | null): z.input<typeof Import> {
    if (outcome === null) throw notFound();
    if (outcome.outcome === "refused") throw refusedByArchive(outcome.why);
    return imported(outcome.row);
  }

  const summary = (row: Shown): z.input<typeof ArchivedSummary> => ({
    ...row,
    createdAt: isoAt(row.createdAt),
    updatedAt: isoAt(row.updatedAt),
    team: row.team === null ? null : nameOf("teams", row.team, row.teamName),
    teammate: row.teammate === null ? null : nameOf("teammates", row.teammate, row.teammateName),
    tags: row.tags.flatMap(({ id, name }) => nameOf("tags", id, name) || []),
  });

  return {
    async getArchive() {
      const { imports, from, to, ...state } = await archive.ask("state");
      return {
        ...state,
        from: iso(from),
        to: iso(to),
        imports: imports.map(({ secondsLeft, ...row }) => imported(row, secondsLeft)),
      };
    },
    lookAtFile: (_, { upload }) => archive.look(upload),
    async importFile({ query }, { upload, headers }) {
      // Told before it has come: in the midst of it nobody would hear the answer.
      if (Number(headers.get("content-length")) > largestFileBytes) throw refusedByArchive("too-large");
      return began(await archive.takeFile(query.name, mappingIn(query.mapping), upload));
    },
    importWorkspace: async ({ body }) =>
      began(
        await archive.fromWorkspace(
          body.from === null ? null : Date.parse(body.from),
          body.to === null ? null : Date.parse(body.to),
        ),
      ),
    updateImport: async ({ params }) => began(await archive.update(Number(params.id))),
    async stopImport({ params }) {
      const row = await archive.stop(Number(params.id));
      if (!row) throw notFound();
      return imported(row);
    },
    resumeImport: async ({ params }) => began(await archive.resume(Number(params.id))),
    async deleteImport({ params }) {
      if (!(await archive.removeImport(Number(params.id)))) throw notFound();
      return { ok: true };
    },
    async getLeftOut({ params }) {
      const id = Number(params.id);
      if (!(await archive.ask("get", id))) throw notFound();
      return { reasons: await archive.ask("leftOut", id) };
    },
    async listArchived({ query: { after, limit, ...search } }) {
      const { conversations, total, next } = await archive.ask("list", search, placeIn(after), limit);
      return {
        conversations: conversations.map(summary),
        total,
        next: next ? `${next.createdAt}.${next.place}` : null,
      };
    },
    async listArchiveChoices() {
      const { teams, teammates, tags, channels } = await archive.ask("choices");
      const named = (list: "teams" | "teammates" | "tags", all: typeof teams) =>
        all.map(({ id, name, conversations }) => ({ id, conversations, name: nameOf(list, id, name) }));
      return {
        teams: named("teams", teams),
        teammates: named("teammates", teammates),
        tags: named("tags", tags),
        channels: channels.map((channel) => ({ ...channel, name: channel.id })),
      };
    },
    async getArchived({ params }) {
      const found = await archive.ask("conversation", params.id);
      if (!found) throw notFound();
      const { past, names, knownUntil, import: from } = found;
      const { contact, last } = past;
      return {
        ...summary(found),
        contact: contact && { id: contact.id, name: contact.name, email: contact.email },
        attributes: Object.entries(attributesAtEnd(past))
          .filter(([, value]) => value !== null)
          .map(([name, value]) => ({ name, value: Array.isArray(value) ? value.join(", ") : String(value) })),
        rating: last.rating,
        parts: threadOf(past, {
          team: (id) => nameOf("teams", id, names.get(`team ${id}`) ?? null),
          teammate: (id) => nameOf("teammates", id, names.get(`teammate ${id}`) ?? null),
        }),
        knownUntil: isoAt(knownUntil),
        import: { id: String(from.id), name: from.name },
      };
    },
    findPerson: ({ query }) => archive.ask("person", personIn(query)),
    removePerson: async ({ body }) => ({ removed: await archive.ask("removePerson", personIn(body)) }),
  };
}
