import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "#shared/api/routes.ts";
import type { CsvMapping } from "#shared/archive/csvMapping.ts";
import { timeIn } from "#shared/archive/timeIn.ts";
import { importWhole, look, sendFile } from "../archive/imports.ts";
import { type Program, startProgram } from "../support/program.ts";

let program: Program;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program.remove());

const thread = (id: string) => program.call(routes.getArchived, { params: { id } });
const reasonsOf = async (id: string) => (await program.call(routes.getLeftOut, { params: { id } })).reasons;

const messages = [
  "Ticket ID;Created at;Author type;Author;Email;Message;Tags;Group;Assignee;Closed at",
  'T-1;03/04/2026 09:00;customer;Ana Ruiz;ana@mail.example;"Hola; mi pedido ""1234""',
  'no llega";;;;',
  'T-2;03/04/2026 09:05;customer;Bo;bo@mail.example;Second ticket;"upset, late";Billing;Marta;',
  "T-1;03/04/2026 10:30;agent;Marta;marta@team.example;Lo miramos;envío;Support;Marta;",
  "T-1;03/04/2026 09:45;customer;Ana Ruiz;ana@mail.example;¿Hay noticias?;;;;",
  ";03/04/2026 09:45;customer;Ana Ruiz;ana@mail.example;Nobody knows where this belongs;;;;",
  "T-1;04/04/2026 11:00;agent;Marta;marta@team.example;Resuelto;;;;04/04/2026 11:05",
  "T-3;not a time;customer;Cy;cy@mail.example;When was this?;;;;",
].join("\r\n");

describe("a table with a row a message", () => {
  it("is looked at first: its columns, its first rows, and what they probably hold", async () => {
    const seen = await look(program, gzipSync(messages));
    if (seen.kind !== "table") throw new Error(seen.kind);
    expect(seen.columns).toEqual(messages.split("\r\n")[0]?.split(";"));
    expect(seen.rows[0]?.[5]).toBe('Hola; mi pedido "1234"\r\nno llega');
    expect(seen.rows[0]).toHaveLength(seen.columns.length);
    const { rows, delimiter, columns, dayFirst } = seen.guess;
    expect({ rows, delimiter, dayFirst }).toEqual({ rows: "message", delimiter: ";", dayFirst: true });
    expect(columns).toEqual({
      conversation: 0,
      time: 1,
      authorKind: 2,
      authorName: 3,
      authorEmail: 4,
      text: 5,
      tags: 6,
      team: 7,
      teammate: 8,
      closedAt: 9,
    });
  });

  it("loses no conversation over a row that is too long to be read", { timeout: 60_000 }, async () => {
    const rows = ["L-1;2026-04-03 09:00;first", `L-2;2026-04-03 09:00;${"y".repeat(9 * 1024 ** 2)}`];
    const table = ["Ticket;Created at;Message", ...rows, "L-3;2026-04-03 09:00;third"].join("\n");
    const mapping = {
      rows: "message",
      delimiter: ";",
      dayFirst: false,
      timezone: "UTC",
      columns: { conversation: 0, time: 1, text: 2 },
    } as const;
    expect(await importWhole(program, "long.csv", table, mapping)).toMatchObject({ read: 3, added: 2, leftOut: 1 });
    expect((await thread("L-1")).parts[0]?.text).toBe("first");
    expect((await thread("L-3")).parts[0]?.text).toBe("third");
  });

  it("becomes conversations, wherever their rows stand", async () => {
    const seen = await look(program, messages);
    if (seen.kind !== "table") throw new Error(seen.kind);
    const done = await importWhole(program, "tickets.csv", messages, { ...seen.guess, timezone: "Europe/Madrid" });
    expect(done).toMatchObject({ source: "table", read: 4, added: 2, leftOut: 2 });
    expect((await reasonsOf(done.id)).map(({ why, examples }) => [why.en, examples[0]?.line])).toEqual(
      expect.arrayContaining([
        ["The row has no conversation number.", 7],
        ["It does not say when it began.", 9],
      ]),
    );
    const one = await thread("T-1");
    expect(
      one.parts.map(({ author, text, kind }) => [author.kind, author.name, kind === "event" ? "closed" : text]),
    ).toEqual([
      ["customer", "Ana Ruiz", 'Hola; mi pedido "1234"\nno llega'],
      ["customer", "Ana Ruiz", "¿Hay noticias?"],
      ["teammate", "Marta", "Lo miramos"],
      ["teammate", "Marta", "Resuelto"],
      ["bot", "", "closed"],
    ]);
    // Nine o'clock in Madrid, in April, the third.
    expect(one).toMatchObject({
      createdAt: "2026-04-03T07:00:00.000Z",
      state: "closed",
      team: "Support",
      tags: ["envío"],
      teammate: "Marta",
      contactName: "Ana Ruiz",
    });
    expect(await thread("T-2")).toMatchObject({ state: "open", tags: ["late", "upset"], team: "Billing" });
    const { conversations } = await program.call(routes.listArchived, { query: { search: "bo@mail.example" } });
    expect(conversations.map(({ id }) => id)).toEqual(["T-2"]);
  });

  it("is not taken without saying what its columns hold", async () => {
    expect(await sendFile(program, "tickets.csv", messages)).toMatchObject({ status: 422, body: { code: "invalid" } });
    const answer = await sendFile(program, "tickets.csv", messages, { rows: "row" } as unknown as CsvMapping);
    expect(answer).toMatchObject({ status: 400, body: { where: "query.mapping" } });
  });
});

describe("a table with a row a conversation", () => {
  it("becomes conversations, in the connected workspace's own teams where it knows their names", async () => {
    const { lists } = await program.call(routes.getLists, {});
    const [team] = lists.teams;
    const table = [
      "id,subject,description,created,closed,customer email,team,csat",
      `901,Late,"My parcel, again",2026-01-31T10:00:00Z,2026-01-31 12:00,di@mail.example,${team?.name},4`,
    ].join("\n");
    const seen = await look(program, table);
    if (seen.kind !== "table") throw new Error(seen.kind);
    expect(seen.guess.rows).toBe("conversation");
    await importWhole(program, "cases.csv", table, seen.guess);
    const one = await thread("901");
    expect(one).toMatchObject({
      title: "Late",
      state: "closed",
      rating: 4,
      team: team?.name,
      contact: { email: "di@mail.example" },
    });
    expect(one.parts[0]?.text).toBe("My parcel, again");
    const { teams } = await program.call(routes.listArchiveChoices, {});
    expect(teams).toContainEqual({ id: team?.id, name: team?.name, conversations: 2 });
  });
});

describe("a time as tables write it", () => {
  const reading = { dayFirst: true, timezone: "UTC" };
  it.each([
    ["2026-01-31T17:05:30Z", "2026-01-31T17:05:30.000Z"],
    ["2026-01-31 17:05:30 UTC", "2026-01-31T17:05:30.000Z"],
    ["2026-01-31T17:05:30+02:00", "2026-01-31T15:05:30.000Z"],
    ["2026-01-31 17:05", "2026-01-31T17:05:00.000Z"],
    ["31/01/2026", "2026-01-31T00:00:00.000Z"],
    ["01/31/2026 5:05 PM", "2026-01-31T17:05:00.000Z"],
    ["03/04/2026, 00:30", "2026-04-03T00:30:00.000Z"],
    ["3.4.26 12:05 a.m.", "2026-04-03T00:05:00.000Z"],
    ["1769879130", "2026-01-31T17:05:30.000Z"],
    ["1769879130000", "2026-01-31T17:05:30.000Z"],
    ["31 Jan 2026 17:05", "2026-01-31T17:05:00.000Z"],
  ])("%s is understood", (words, iso) => {
    expect(timeIn(words, reading)).toBe(Date.parse(iso));
  });

  it.each(["", "soon", "42", "31/31/2026", "2026", "call 12345"])("%s is no time", (words) => {
    expect(timeIn(words, reading)).toBeNull();
  });

  it("is by the clocks of its zone, in summer and in winter", () => {
    const madrid = { dayFirst: false, timezone: "Europe/Madrid" };
    expect(timeIn("07/01/2026 12:00", madrid)).toBe(Date.parse("2026-07-01T10:00:00Z"));
    expect(timeIn("01/07/2026 12:00", madrid)).toBe(Date.parse("2026-01-07T11:00:00Z"));
    expect(timeIn("2026-03-29 04:00", madrid)).toBe(Date.parse("2026-03-29T02:00:00Z"));
  });
});
