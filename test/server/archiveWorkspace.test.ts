import { afterEach, describe, expect, it, vi } from "vitest";
import type { Import } from "#shared/api/archive.ts";
import { routes } from "#shared/api/routes.ts";
import { unpack } from "#shared/archive/packed.ts";
import type { Raw } from "#shared/events/raw.ts";
import { archiveStore } from "#server/store/archive.ts";
import { openArchive } from "#server/store/database.ts";
import { importThat, isOver, searchable } from "../archive/imports.ts";
import { madeConversation } from "../archive/madeConversation.ts";
import { startWorkspaceStandIn } from "../archive/workspaceStandIn.ts";
import { type Program, startProgram } from "../support/program.ts";

const started: { stop(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const each of started.splice(0)) await each.stop();
});

const daySeconds = 86_400;
/** One every six hours, the newest yesterday. */
function past(count: number): Map<string, Raw> {
  const newest = Math.floor(Date.now() / 1000) - daySeconds;
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const one = madeConversation(count - index, newest - index * (daySeconds / 4));
      // Nothing happens later than now.
      return [one.id, { ...one, updated_at: one.created_at, conversation_parts: { conversation_parts: [] } }];
    }),
  );
}

async function connected(conversations: Map<string, Raw>) {
  const standIn = await startWorkspaceStandIn(conversations);
  started.push(standIn);
  const program = await startProgram({
    INTERCOM_API_URL: standIn.url,
    INTERCOM_ACCESS_TOKEN: "token",
    INTERCOM_CLIENT_SECRET: "secret",
    CATCH_UP: "off",
  });
  started.unshift({ stop: () => program.remove() });
  return { standIn, program };
}
const begin = (program: Program, body: { from?: string | null; to?: string | null } = {}): Promise<Import> =>
  program.call(routes.importWorkspace, { body });
const restarted = async (program: Program) => {
  await program.kill();
  const again = await program.again();
  started.unshift({ stop: () => again.remove() });
  return again;
};
const holds = async (program: Program) => (await program.call(routes.getArchive, {})).conversations;

describe("an import of the practice workspace", () => {
  it("brings all of it, with its customers, teams and tags", { timeout: 60_000 }, async () => {
    const program = await startProgram();
    started.push({ stop: () => program.remove() });
    await vi.waitUntil(async () => (await program.call(routes.getLists, {})).lists.teams.length > 0, {
      timeout: 10_000,
    });
    const begun = await begin(program);
    expect(begun).toMatchObject({ source: "workspace", state: "running" });
    const done = await importThat(program, begun.id, isOver);
    expect(done).toMatchObject({ added: 60, read: 60, leftOut: 0, canUpdate: true, share: 1 });
    await searchable(program);
    const { conversations } = await program.call(routes.listArchived, { query: { limit: 60 } });
    expect(conversations).toHaveLength(60);
    const [first] = conversations;
    if (!first) throw new Error("nothing is there");
    const inbox = await program.call(routes.getPracticeConversation, { params: { id: first.id } });
    const thread = await program.call(routes.getArchived, { params: { id: first.id } });
    const words = (parts: typeof inbox.parts) => parts.filter(({ kind }) => kind !== "event").map(({ text }) => text);
    expect(words(thread.parts)).toEqual(words(inbox.parts).map((text) => text.split("\n•")[0]));
    expect([thread.team, thread.teammate, thread.tags]).toEqual([inbox.team, inbox.teammate, inbox.tags]);

    // What has happened since is read, and nothing else.
    await program.call(routes.replyAsPracticeContact, {
      params: { id: first.id },
      body: { body: "Is anybody there?" },
    });
    await program.call(routes.updateImport, { params: { id: begun.id } });
    const updated = await importThat(program, begun.id, (each) => each.state === "done" && each.renewed > 0);
    expect(updated).toMatchObject({ added: 60, renewed: 1 });
    await searchable(program);
    const found = await program.call(routes.listArchived, { query: { search: '"is anybody there"' } });
    expect(found.conversations.map(({ id }) => id)).toEqual([first.id]);
  });
});

describe("an import of a connected workspace", () => {
  it("reads the newest first, each once, and each customer once", { timeout: 60_000 }, async () => {
    const { standIn, program } = await connected(past(150));
    const begun = await begin(program);
    const done = await importThat(program, begun.id, isOver);
    expect(done).toMatchObject({ name: "Stand-in", added: 150, read: 150, same: 0, leftOut: 0 });
    const read = standIn.read();
    expect(read.toSorted()).toEqual([...new Set(read)].toSorted());
    expect(read).toHaveLength(150);
    // Slice by slice: whatever is read first is from the last days.
    expect(Math.min(...read.slice(0, 4).map(Number))).toBeGreaterThan(140);
    expect(Math.max(...read.slice(-20).map(Number))).toBeLessThan(60);
    const contacts = standIn.contactsRead();
    expect(new Set(contacts).size).toBeGreaterThan(100);
    // Six are read at the same time, and may ask for the same one.
    expect(contacts.length).toBeLessThan(new Set(contacts).size + 6);

    const db = openArchive(`${program.folder}/archive.sqlite`, true);
    const [packed = ""] = archiveStore(db).changes(0, 1).packed;
    const one = unpack(packed);
    db.close();
    expect(one.contact).toMatchObject({ attributes: { plan: "gold" }, name: `Name of ${one.contact?.id}` });
    expect(one.knownUntil).toBeGreaterThan(Date.now() - 120_000);
    // Nothing was written there.
    expect(standIn.asked.filter((each) => !each.startsWith("GET ") && each !== "POST /conversations/search")).toEqual(
      [],
    );
  });

  it("may be of a time only", { timeout: 60_000 }, async () => {
    const { program } = await connected(past(40));
    const to = new Date(Date.now() - 4 * daySeconds * 1000).toISOString();
    const from = new Date(Date.now() - 6 * daySeconds * 1000).toISOString();
    const done = await importThat(program, (await begin(program, { from, to })).id, isOver);
    expect(done.range).toEqual({ from, to });
    expect(done.added).toBeGreaterThanOrEqual(8);
    expect(done.added).toBeLessThanOrEqual(9);
  });

  it("goes on after the server was killed, without reading again what is there", { timeout: 60_000 }, async () => {
    const { standIn, program } = await connected(past(400));
    const { id } = await begin(program);
    await importThat(program, id, ({ added }) => added > 30);
    const again = await restarted(program);
    const done = await importThat(again, id, isOver);
    expect(done.holds).toBe(400);
    expect(done.added).toBe(400);
    // What was read and not yet kept when it died, at most.
    expect(standIn.read().length).toBeLessThanOrEqual(400 + 24);
  });

  it("stops when it is told to, and goes on when it is told to", { timeout: 60_000 }, async () => {
    const { standIn, program } = await connected(past(400));
    const { id } = await begin(program);
    await importThat(program, id, ({ added }) => added > 0);
    expect((await program.call(routes.stopImport, { params: { id } })).state).toBe("stopped");
    const read = standIn.read().length;
    expect(read).toBeLessThan(400);
    expect((await program.call(routes.getArchive, {})).imports[0]?.state).toBe("stopped");
    expect(standIn.read().length).toBe(read);
    await program.call(routes.resumeImport, { params: { id } });
    expect(await importThat(program, id, isOver)).toMatchObject({ added: 400 });
  });

  it("gives way to everything else when there are few calls left", { timeout: 60_000 }, async () => {
    const { standIn, program } = await connected(past(200));
    // Less than half of the limit is left: that is for those who are more urgent.
    standIn.state.limit = { limit: 100, left: 55, resetSeconds: 30 };
    await program.call(routes.listConversations, { query: { limit: 1 } });
    const { id } = await begin(program);
    const before = standIn.asked.length;
    for (let call = 0; call < 5; call += 1) await program.call(routes.listConversations, { query: { limit: 1 } });
    expect(standIn.asked.slice(before)).toEqual(Array.from({ length: 5 }, () => "GET /conversations"));
    expect(await importThat(program, id, () => true)).toMatchObject({ state: "running", read: 0 });
    await program.call(routes.deleteImport, { params: { id } });
  });

  it("waits while Intercom does not answer, says so, and goes on by itself", { timeout: 60_000 }, async () => {
    const { standIn, program } = await connected(past(30));
    standIn.state.refuses = (path) => (path === "/conversations/search" ? 503 : null);
    const { id } = await begin(program);
    const waiting = await importThat(program, id, ({ state }) => state === "waiting");
    expect(waiting.trouble?.what.en).not.toBe("");
    standIn.state.refuses = () => null;
    expect(await importThat(program, id, isOver)).toMatchObject({ added: 30, trouble: null });
  });

  it("tells why where the token may not read, and which could not be read", { timeout: 60_000 }, async () => {
    const { standIn, program } = await connected(past(12));
    standIn.state.refuses = (path) => (path === "/conversations/search" ? 403 : null);
    const { id } = await begin(program);
    const failed = await importThat(program, id, ({ state }) => state === "failed");
    expect(failed.trouble?.what.en).toContain("does not allow");
    standIn.state.refuses = (path) => (path === "/conversations/12" ? 404 : null);
    await program.call(routes.resumeImport, { params: { id } });
    expect(await importThat(program, id, isOver)).toMatchObject({ added: 11, leftOut: 1 });
    const { reasons } = await program.call(routes.getLeftOut, { params: { id } });
    expect(reasons).toMatchObject([{ kind: "leftOut", count: 1, examples: [{ conversation: "12" }] }]);
    expect(await holds(program)).toBe(11);
  });

  it("is one at a time, and belongs to its workspace", { timeout: 60_000 }, async () => {
    const { standIn, program } = await connected(past(30));
    standIn.state.refuses = (path) => (path === "/conversations/search" ? 503 : null);
    const { id } = await begin(program);
    expect(await program.ask(routes.importWorkspace, { body: {} })).toMatchObject({ status: 409 });
    await program.call(routes.stopImport, { params: { id } });
    await program.call(routes.disconnect, {});
    expect(await program.ask(routes.resumeImport, { params: { id } })).toMatchObject({
      status: 409,
      body: { code: "connection" },
    });
  });
});
