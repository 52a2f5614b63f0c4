import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Import } from "#shared/api/archive.ts";
import { routes } from "#shared/api/routes.ts";
import { archiveStore } from "#server/store/archive.ts";
import { openArchive } from "#server/store/database.ts";
import { unpack } from "#shared/archive/packed.ts";
import { importThat, importWhole, isOver, jsonLines, look, searchable, sendFile } from "../archive/imports.ts";
import { madeConversation } from "../archive/madeConversation.ts";
import { type Program, startProgram } from "../support/program.ts";

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program.remove());

/** One with words of its own, by a customer of its own. */
function said(id: string, words: string, more: Record<string, unknown> = {}) {
  const customer = { type: "user", id: `by-${id}`, name: `Customer ${id}`, email: `${id}@Mail.example` };
  return {
    ...madeConversation(1, 1_750_000_000),
    id,
    title: null,
    tags: { tags: [] },
    conversation_rating: null,
    contacts: { contacts: [{ type: "contact", id: customer.id }] },
    source: { type: "email", id: "s", subject: "", body: `<p>${words}</p>`, author: customer },
    conversation_parts: { conversation_parts: [] },
    ...more,
  };
}
const list = (query: Parameters<typeof program.call<typeof routes.listArchived>>[1]["query"]) =>
  program.call(routes.listArchived, { query });
const ids = async (query: Parameters<typeof list>[0]) => (await list(query)).conversations.map(({ id }) => id);
const thread = (id: string) => program.call(routes.getArchived, { params: { id } });
const reasonsOf = async (id: string) => (await program.call(routes.getLeftOut, { params: { id } })).reasons;
const addsUp = ({ read, added, renewed, same, leftOut }: Import) => added + renewed + same + leftOut === read;

describe("a file of conversations", () => {
  it("is taken whole, packed or not, whatever it is called, and read as threads", async () => {
    const all = Array.from({ length: 120 }, (_, index) =>
      madeConversation(1_000 + index, 1_740_000_000 + index * 3_600),
    );
    const done = await importWhole(program, "export.txt", gzipSync(jsonLines(all)));
    expect(done).toMatchObject({
      source: "file",
      name: "export.txt",
      read: 120,
      added: 120,
      leftOut: 0,
      share: 1,
      holds: 120,
    });
    const archive = await program.call(routes.getArchive, {});
    expect(archive.conversations).toBe(120);
    expect(archive.from).toBe(new Date(1_740_000_000_000).toISOString());
    expect(archive.sizeBytes).toBeGreaterThan(10_000);

    const one = all[7];
    const shown = await thread("1007");
    const comments = one?.conversation_parts.conversation_parts.filter((part) => "body" in part && part["body"]) ?? [];
    expect(shown.parts.filter(({ kind }) => kind !== "event").length).toBe(1 + comments.length);
    expect(shown.parts.map(({ at }) => at)).toEqual(shown.parts.map(({ at }) => at).toSorted());
    expect(shown.contactName).toBe(one?.source.author.name);
    expect(["Billing", "Support", "Sales"]).toContain(shown.team);
    expect(shown.import).toEqual({ id: done.id, name: "export.txt" });
  });

  it("is listed newest first, in pages that leave nothing out and show nothing twice", async () => {
    const first = await list({ limit: 50 });
    expect(first.total).toBe(120);
    const pages = [...first.conversations];
    let { next } = first;
    while (next !== null) {
      const page = await list({ limit: 50, after: next });
      expect(page.total).toBeNull();
      pages.push(...page.conversations);
      ({ next } = page);
    }
    expect(pages.map(({ id }) => Number(id))).toEqual(Array.from({ length: 120 }, (_, index) => 1_119 - index));
  });

  it("is found by its words, without regard to accents and case, and by what it is like", async () => {
    const parts = [
      {
        type: "conversation_part",
        id: "p1",
        part_type: "comment",
        body: "<p>La devolución llegó ayer por la mañana</p>",
        created_at: 1_750_000_100,
        author: { type: "admin", id: "7001", name: "Marta" },
      },
      {
        type: "conversation_part",
        id: "p2",
        part_type: "close",
        body: null,
        created_at: 1_750_000_200,
        author: { type: "admin", id: "7001", name: "Marta" },
      },
    ];
    await importWhole(
      program,
      "words.jsonl",
      jsonLines([
        said("w1", "Zanahoria perdida", {
          state: "closed",
          tags: { tags: [{ id: "tg1", name: "Vegetables" }] },
          conversation_parts: { conversation_parts: parts },
        }),
        said("w2", "Nothing of the kind", {
          created_at: 1_750_100_000,
          admin_assignee_id: null,
          team_assignee_id: null,
        }),
      ]),
    );
    expect(await ids({ search: "devolucion" })).toEqual(["w1"]);
    expect(await ids({ search: "DEVOLUCIÓN manana" })).toEqual(["w1"]);
    expect(await ids({ search: '"llegó ayer"' })).toEqual(["w1"]);
    expect(await ids({ search: '"ayer llegó"' })).toEqual([]);
    expect(await ids({ search: "zanah" })).toEqual(["w1"]);
    expect(await ids({ search: "w2@mail.example" })).toEqual(["w2"]);
    expect(await ids({ search: "w2" })).toContain("w2");
    expect(await ids({ search: '!!! "' })).toEqual([]);
    const [found] = (await list({ search: "ayer" })).conversations;
    expect(found?.excerpt).toContain("llegó ayer");
    expect(found?.tags).toEqual(["Vegetables"]);
    expect(await ids({ tag: "tg1" })).toEqual(["w1"]);
    expect(await ids({ tag: "none", search: "nothing kind" })).toEqual(["w2"]);
    expect(await ids({ team: "none", search: "nothing kind" })).toEqual(["w2"]);
    expect(await ids({ contact: "by-w1" })).toEqual(["w1"]);
    expect(await ids({ state: "closed", search: "zanahoria" })).toEqual(["w1"]);
    expect(await ids({ state: "open", search: "zanahoria" })).toEqual([]);
    expect(await ids({ channel: "email", from: "2025-06-16T00:00:00.000Z", to: "2025-06-17T00:00:00.000Z" })).toEqual([
      "w2",
    ]);
    const choices = await program.call(routes.listArchiveChoices, {});
    expect(choices.tags).toContainEqual({ id: "tg1", name: "Vegetables", conversations: 1 });
    expect(choices.teams.map(({ name }) => name).toSorted()).toEqual(["Billing", "Sales", "Support"]);
    const closed = (await thread("w1")).parts.at(-1);
    expect(closed).toMatchObject({
      kind: "event",
      event: "close",
      author: { kind: "teammate", name: "Marta" },
      place: 2,
    });
  });

  it("may be one list, or an object that holds it, on one line or on many", async () => {
    const all = [said("d1", "first {of} two"), said("d2", 'with a "quote" and a \\ in it')];
    await importWhole(program, "a.json", JSON.stringify(all));
    const pretty = JSON.stringify(
      { type: "conversation.list", pages: { page: 1 }, conversations: [said("d3", "third"), ...all] },
      null,
      2,
    );
    const again = await importWhole(program, "b.json", pretty);
    expect(again).toMatchObject({ read: 3, added: 1, same: 2 });
    expect((await thread("d2")).parts[0]?.text).toBe('with a "quote" and a \\ in it');
  });

  it("is refused where it is none, and nothing of it stays", async () => {
    const answer = await sendFile(program, "a.pdf", Buffer.from("%PDF-1.7\n\0\0\0 binary"));
    expect(answer).toMatchObject({ status: 422, body: { code: "invalid" } });
    expect((await sendFile(program, "a.csv", "id,text\n1,hello\n")).status).toBe(422);
    expect(readdirSync(join(program.folder, "imports"))).toEqual([]);
    expect((await look(program, Buffer.from("%PDF-1.7\n\0"))).kind).toBe("unknown");
    expect((await look(program, gzipSync(jsonLines([said("l", "x")])))).kind).toBe("conversations");
  });
});

describe("a conversation that comes again", () => {
  it("is kept once, and the newer one wins, whichever comes first", async () => {
    const at = (updated_at: number, words: string) => said("again", words, { updated_at });
    await importWhole(program, "1", jsonLines([at(1_750_000_500, "the second")]));
    expect(await importWhole(program, "2", jsonLines([at(1_750_000_400, "the first")]))).toMatchObject({
      same: 1,
      added: 0,
    });
    expect((await thread("again")).excerpt).toBe("the second");
    const third = await importWhole(
      program,
      "3",
      jsonLines([at(1_750_000_600, "the third"), at(1_750_000_500, "the second")]),
    );
    expect(third).toMatchObject({ renewed: 1, same: 1, holds: 1, remarked: 1 });
    expect((await thread("again")).excerpt).toBe("the third");
    expect(await ids({ search: "third" })).toEqual(expect.arrayContaining(["again"]));
    expect(await ids({ search: "second" })).not.toContain("again");
    expect(await importWhole(program, "4", jsonLines([at(1_750_000_600, "the third")]))).toMatchObject({
      same: 1,
      remarked: 0,
    });
  });
});

describe("a messy file", () => {
  it("is taken as far as it goes, and tells what was left out and why", { timeout: 60_000 }, async () => {
    const good = Array.from({ length: 90 }, (_, index) => JSON.stringify(madeConversation(5_000 + index)));
    const lines: (string | Buffer)[] = [];
    for (const [index, line] of good.entries()) {
      lines.push(line);
      if (index % 9 === 0) lines.push(line.slice(0, 500));
    }
    const long = said("m-long", `${"lorem ipsum ".repeat(4_000)} needle`);
    const parts = (times: readonly (number | null)[]) => ({
      conversation_parts: times.map((created_at, index) => ({
        id: `q${index}`,
        part_type: "comment",
        body: `part ${index}`,
        created_at,
        author: { type: "user", id: "u", name: "U" },
      })),
    });
    lines.push(
      "",
      "   ",
      "42",
      '["a list"]',
      JSON.stringify(long),
      JSON.stringify(said("m-nobody", "by nobody", { source: { body: "hello", author: null }, contacts: null })),
      JSON.stringify(
        said("m-order", "in disorder", { conversation_parts: parts([1_750_000_900, 1_750_000_300, null]) }),
      ),
      JSON.stringify(said("m-future", "ahead", { conversation_parts: parts([1_750_000_900, 1_750_000_900_000]) })),
      JSON.stringify(said("m-absurd", "long ago", { created_at: 12 })),
      JSON.stringify(said("m-millis", "in milliseconds", { created_at: 1_750_000_000_000 })),
      JSON.stringify(said("m-when", "when", { created_at: null })),
      JSON.stringify(said("", "without a number")),
      JSON.stringify({ type: "contact", id: "1" }),
      JSON.stringify(said("m-langs", "здравствуйте 你好 مرحبا עולם 🙂")),
      good[0] ?? "",
      Buffer.from(JSON.stringify(said("m-old", "una contraseña")), "latin1"),
      `{"type":"conversation","id":"m-huge","x":"${"y".repeat(9 * 1024 * 1024)}"}`,
      JSON.stringify(said("m-last", "the last line")),
    );
    const bytes = Buffer.concat([
      Buffer.from("\uFEFF"),
      ...lines.flatMap((line) => [Buffer.from(line), Buffer.from("\r\n")]),
    ]);
    const done = await importWhole(program, "messy.jsonl", bytes);
    expect(addsUp(done)).toBe(true);
    expect(done).toMatchObject({ state: "done", added: 90 + 7, same: 1, leftOut: 10 + 2 + 2 + 1 + 2 + 1 });

    const reasons = await reasonsOf(done.id);
    const countOf = (kind: string, words: string) =>
      reasons.find(({ why, ...reason }) => reason.kind === kind && why.en.includes(words))?.count ?? 0;
    expect(countOf("leftOut", "not valid JSON")).toBe(10);
    expect(countOf("leftOut", "single value")).toBe(2);
    expect(countOf("leftOut", "impossible time")).toBe(2);
    expect(countOf("leftOut", "when it began")).toBe(1);
    expect(countOf("leftOut", "no number")).toBe(1);
    expect(countOf("leftOut", "no conversation.")).toBe(1);
    expect(countOf("leftOut", "longer than 8 MB")).toBe(1);
    expect(countOf("remark", "more than once")).toBe(1);
    expect(countOf("remark", "UTF-8")).toBe(1);
    expect(countOf("remark", "out of order")).toBe(1);
    expect(countOf("remark", "without a time")).toBe(1);
    expect(countOf("remark", "future")).toBe(1);
    expect(countOf("remark", "who wrote")).toBe(1);
    for (const { why, count, examples } of reasons) {
      expect(why.es).not.toBe(why.en);
      expect(examples.length).toBe(Math.min(10, count));
      for (const { line } of examples) expect(line).toBeGreaterThan(0);
    }
    const broken = reasons.find(({ why }) => why.en.includes("not valid JSON"));
    expect(broken?.examples[0]).toEqual({ line: 2, conversation: null, words: (good[0] ?? "").slice(0, 160) });

    expect(await ids({ search: "needle" })).toEqual(["m-long"]);
    expect(await ids({ search: "здравствуйте" })).toEqual(["m-langs"]);
    expect(await ids({ search: "contrasena" })).toEqual(["m-old"]);
    expect((await thread("m-order")).parts.map(({ text }) => text)).toEqual(["in disorder", "part 1", "part 0"]);
    expect((await thread("m-future")).parts.map(({ text }) => text)).toEqual(["ahead", "part 0"]);
  });

  it("is taken up to where what was packed is damaged", async () => {
    const packed = gzipSync(jsonLines(Array.from({ length: 300 }, (_, index) => madeConversation(6_000 + index))));
    const done = await importWhole(program, "cut.gz", packed.subarray(0, packed.length / 2));
    expect(done.added).toBeGreaterThan(10);
    expect(done.added).toBeLessThan(300);
    expect((await reasonsOf(done.id)).map(({ why }) => why.en).join()).toContain("could not be unpacked");
  });

  it("may be in the two bytes a character that Windows writes", async () => {
    const done = await importWhole(
      program,
      "utf16.jsonl",
      Buffer.from(`\uFEFF${jsonLines([said("u16", "añejo"), said("u17", "zwei")])}`, "utf16le"),
    );
    expect(done).toMatchObject({ added: 2, leftOut: 0 });
    expect(await ids({ search: "anejo" })).toEqual(["u16"]);
  });
});

/** Everything that the archive's files hold. */
const bytesOf = (folder: string) =>
  Buffer.concat(
    readdirSync(folder)
      .filter((name) => name.startsWith("archive.sqlite"))
      .map((name) => readFileSync(join(folder, name))),
  );

describe("a person who wants to be forgotten", () => {
  it("leaves nothing behind: no conversation, no word in the index, nothing as it came", async () => {
    const secret = (id: string, author: string) =>
      said(id, `xylophonist${id} told us`, {
        source: {
          type: "email",
          body: `<p>xylophonist${id} told us</p>`,
          author: { type: "user", id: author, name: "Quentin Quagmire", email: "Quentin@Quagmire.example" },
        },
        contacts: { contacts: [{ id: author }] },
      });
    const broken = JSON.stringify(secret("x4", "quagmire-2")).slice(0, -1);
    const others = Array.from({ length: 40 }, (_, index) => JSON.stringify(madeConversation(7_000 + index)));
    const lines = [
      ...others.slice(0, 20),
      JSON.stringify(secret("x1", "quagmire-1")),
      JSON.stringify(secret("x2", "quagmire-2")),
      broken,
      ...others.slice(20),
    ];
    const done = await importWhole(program, "people.jsonl", lines.join("\n"));
    expect(bytesOf(program.folder).includes("xylophonistx1")).toBe(true);
    const before = (await program.call(routes.getArchive, {})).conversations;

    expect(await program.call(routes.findPerson, { query: { contact: "quagmire-1" } })).toEqual({
      conversations: 1,
      names: ["Quentin Quagmire"],
    });
    expect(await program.call(routes.removePerson, { body: { contact: "quagmire-1" } })).toEqual({ removed: 1 });
    expect(await ids({ search: "xylophonistx1" })).toEqual([]);
    expect(await ids({ search: "xylophonistx2" })).toEqual(["x2"]);
    expect(await program.call(routes.removePerson, { body: { email: " quentin@quagmire.example " } })).toEqual({
      removed: 1,
    });
    expect((await program.ask(routes.getArchived, { params: { id: "x2" } })).status).toBe(404);
    expect((await program.call(routes.getArchive, {})).conversations).toBe(before - 2);
    for (const left of ["xylophonist", "uagmire"])
      expect([left, bytesOf(program.folder).includes(left)]).toEqual([left, false]);
    // Those who stood beside them are as they were.
    expect((await thread("7003")).import.id).toBe(done.id);

    const db = openArchive(join(program.folder, "archive.sqlite"), true);
    const { removed, packed } = archiveStore(db).changes(0, 100_000);
    expect(removed).toEqual(expect.arrayContaining(["x1", "x2"]));
    expect(packed.map((each) => unpack(each).id)).not.toContain("x1");
    db.close();
  });

  it("may have been part of an import that is deleted as a whole", async () => {
    const done = await importWhole(
      program,
      "gone.jsonl",
      jsonLines([said("g1", "gonewords"), said("g2", "gonewords")]),
    );
    await program.call(routes.deleteImport, { params: { id: done.id } });
    expect(await ids({ search: "gonewords" })).toEqual([]);
    expect(bytesOf(program.folder).includes("gonewords")).toBe(false);
    expect((await program.call(routes.getArchive, {})).imports.map(({ id }) => id)).not.toContain(done.id);
    expect((await program.ask(routes.getLeftOut, { params: { id: done.id } })).status).toBe(404);
    // And may come again.
    await importWhole(program, "back.jsonl", jsonLines([said("g1", "gonewords")]));
    expect(await ids({ search: "gonewords" })).toEqual(["g1"]);
  });
});

describe("an import that is broken off", () => {
  const many = () => jsonLines(Array.from({ length: 6_000 }, (_, index) => madeConversation(100_000 + index)));

  it(
    "goes on where it was after the server was killed, and after it was stopped by a person",
    { timeout: 120_000 },
    async () => {
      let own = await startProgram();
      try {
        const { id } = Import.parse((await sendFile(own, "many.jsonl", many())).body);
        await importThat(own, id, ({ added }) => added > 0);
        await own.kill();
        own = await own.again();
        await importThat(own, id, ({ added }) => added > 0);
        const stopped = await own.call(routes.stopImport, { params: { id } });
        const rests = await importThat(own, id, ({ state }) => state === "stopped" || state === "done");
        expect(stopped.id).toBe(id);
        if (rests.state === "stopped") await own.call(routes.resumeImport, { params: { id } });
        const done = await importThat(own, id, isOver);
        expect(done).toMatchObject({
          read: 6_000,
          added: 6_000,
          renewed: 0,
          same: 0,
          leftOut: 0,
          remarked: 0,
          holds: 6_000,
        });
        await searchable(own);
        expect(readdirSync(join(own.folder, "imports"))).toEqual([]);
        expect((await own.stop()) ?? 1).toBe(0);
      } finally {
        await own.remove();
      }
    },
  );
});
