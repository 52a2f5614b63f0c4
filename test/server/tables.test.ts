import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { routes } from "#shared/api/routes.ts";
import { StreamMessage } from "#shared/api/stream.ts";
import type { TableDetail } from "#shared/api/tables.ts";
import { readCsv } from "#shared/tables/csv.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { apiKey, type Program, startProgram } from "../support/program.ts";
import { drawing } from "../support/workflowBuilder.ts";

let program: Program;
beforeAll(async () => {
  program = await startProgram();
  const known = async () => (await program.call(routes.getLists, {})).lists.teams.length > 0;
  await vi.waitUntil(known, { timeout: 5_000, interval: 20 });
});
afterAll(() => program.remove());

async function turnOn(name: string, document: WorkflowDocument): Promise<string> {
  const { id, faults } = await program.call(routes.createWorkflow, { body: { name, document } });
  expect(faults).toEqual([]);
  await program.call(routes.publish, { params: { id }, body: { revision: 1 } });
  await program.call(routes.setMode, { params: { id }, body: { mode: "on" } });
  return id;
}
const turnOff = (id: string) => program.call(routes.setMode, { params: { id }, body: { mode: "off" } });
const contacts = async () => (await program.call(routes.listPracticeContacts, {})).contacts;
const write = async (contactId: string, body: string) =>
  (await program.call(routes.startPracticeConversation, { body: { contactId, body } })).id;
const ended = (conversation: string) =>
  vi.waitUntil(
    async () => {
      const { runs } = await program.call(routes.listRuns, { query: { conversation } });
      return runs.length > 0 && runs.every(({ status }) => status === "done" || status === "failed");
    },
    { timeout: 10_000, interval: 20 },
  );
const notes = async (id: string) => {
  const { parts } = await program.call(routes.getPracticeConversation, { params: { id } });
  return parts.filter(({ kind }) => kind === "note").map(({ text }) => text);
};
const column = ({ columns }: TableDetail, name: string) => columns.find((each) => each.name === name)?.id ?? "";
const rowsOf = async (id: string, search = "") =>
  (await program.call(routes.listRows, { params: { id }, query: { search } })).rows.map(({ cells }) => cells);
const start: [string, Record<string, string>] = ["intercom.conversationStarted", { channel: "any" }];

describe("a table that workflows use", () => {
  it("is looked up by the customer's e-mail, and the run goes by what stands there", async () => {
    const table = await program.call(routes.createTable, {
      body: {
        name: "Key accounts",
        columns: [
          { name: "E-mail", type: "text" },
          { name: "Discount", type: "number" },
          { name: "Contact", type: "text" },
        ],
      },
    });
    const [email, discount, person] = ["E-mail", "Discount", "Contact"].map((name) => column(table, name));
    const [known, unknown] = (await contacts()).filter((contact) => contact.email);
    const cells = { [email ?? ""]: `  ${known?.email?.toUpperCase()}`, [discount ?? ""]: 15, [person ?? ""]: "Grace" };
    await program.call(routes.addRows, { params: { id: table.id }, body: { rows: [{ cells }] } });
    const workflow = await turnOn(
      "Key accounts first",
      drawing(
        {
          start,
          find: ["logic.findRow", { table: table.id, where: { column: email ?? "", is: [{ ref: "contact.email" }] } }],
          big: [
            "logic.if",
            { when: { match: "all", rules: [{ ref: `steps.find.${discount}`, operator: "moreThan", operand: 10 }] } },
          ],
          note: ["intercom.addNote", { note: ["Tell ", { ref: `steps.find.${person}` }] }],
          other: ["intercom.addNote", { note: ["Nobody knows ", { ref: `steps.find.${person}`, fallback: "them" }] }],
        },
        ["start.next>find", "find.next>big", "big.yes>note", "big.no>other"],
      ),
    );
    const one = await write(known?.id ?? "", "Hello");
    const other = await write(unknown?.id ?? "", "Hello");
    await ended(one);
    await ended(other);
    expect(await notes(one)).toEqual(["Tell Grace"]);
    expect(await notes(other)).toEqual(["Nobody knows them"]);
    await turnOff(workflow);

    // Who uses it is told, of the table and of each column; without them the drawing has a fault with words.
    const { usedBy, columns } = await program.call(routes.getTable, { params: { id: table.id } });
    expect(usedBy).toEqual([{ id: workflow, name: "Key accounts first" }]);
    expect(columns.map((each) => each.usedBy.length)).toEqual([1, 1, 1]);
    const faults = async () =>
      (await program.call(routes.getWorkflow, { params: { id: workflow } })).faults.map(({ code, node, text }) => [
        code,
        node,
        text.en,
      ]);
    await program.call(routes.removeColumn, { params: { id: table.id, column: person ?? "" } });
    expect(await faults()).toEqual([
      ["gone", "note", "An earlier step no longer gives one of the values here. Choose another."],
      ["gone", "other", "An earlier step no longer gives one of the values here. Choose another."],
    ]);
    await program.call(routes.removeColumn, { params: { id: table.id, column: email ?? "" } });
    expect((await faults())[0]).toEqual(["gone", "find", "A column is no longer in this table. Choose another."]);
    await program.call(routes.deleteTable, { params: { id: table.id } });
    expect(await faults()).toContainEqual([
      "gone",
      "find",
      "What “Table” names no longer exists. Choose a replacement.",
    ]);
    const refused = await program.ask(routes.publish, { params: { id: workflow }, body: { revision: 1 } });
    expect(refused.status).toBe(422);
  });

  it("is written to and removed from, and an open sheet is told", async () => {
    const table = await program.call(routes.createTable, {
      body: {
        name: "Log",
        columns: [
          { name: "Customer", type: "text" },
          { name: "Last said", type: "text" },
          { name: "On", type: "date" },
        ],
      },
    });
    const [who = "", said = "", on = ""] = table.columns.map(({ id }) => id);
    const where = { column: who, is: [{ ref: "contact.name" }] };
    const workflow = await turnOn(
      "Keep what they said",
      drawing(
        {
          start,
          keep: [
            "logic.writeRow",
            {
              table: table.id,
              where,
              cells: [
                { column: said, value: [{ ref: "message.text" }] },
                { column: on, value: [{ ref: "conversation.createdAt", format: "date" }] },
              ],
            },
          ],
          forget: [
            "logic.if",
            { when: { match: "all", rules: [{ ref: "message.text", operator: "mentions", operand: ["forget"] }] } },
          ],
          remove: ["logic.removeRow", { table: table.id, where }],
          note: ["intercom.addNote", { note: ["Removed ", { ref: "steps.remove.removed" }] }],
        },
        ["start.next>keep", "keep.next>forget", "forget.yes>remove", "remove.next>note"],
      ),
    );
    const told = messages();
    const [contact] = await contacts();
    const today = new Date().toISOString().slice(0, 10);
    const formula = '=HYPERLINK("http://x"), "quoted"';
    for (const body of ["first", formula]) await ended(await write(contact?.id ?? "", body));
    expect(await rowsOf(table.id)).toEqual([{ [who]: contact?.name, [said]: formula, [on]: today }]);
    expect((await told()).filter(({ type }) => type === "rows")).toEqual([
      { type: "rows", table: table.id },
      { type: "rows", table: table.id },
    ]);
    const { csv } = await program.call(routes.exportTable, { params: { id: table.id }, query: {} });
    expect(readCsv(csv, ",")).toEqual([
      ["Customer", "Last said", "On"],
      [contact?.name, `'${formula}`, today],
    ]);

    const last = await write(contact?.id ?? "", "forget me");
    await ended(last);
    expect(await notes(last)).toEqual(["Removed 1"]);
    expect(await rowsOf(table.id)).toEqual([]);
    await turnOff(workflow);
  });

  it("lets the step fail with words where it is gone, or takes another type of value", async () => {
    const table = await program.call(routes.createTable, {
      body: { name: "Numbers", columns: [{ name: "How many", type: "number" }] },
    });
    const cells = [{ column: column(table, "How many"), value: [{ ref: "message.text" }] }];
    const workflow = await turnOn(
      "Numbers",
      drawing({ start, keep: ["logic.writeRow", { table: table.id, where: null, cells }] }, ["start.next>keep"]),
    );
    const [contact] = await contacts();
    const reason = async (body: string) => {
      const conversation = await write(contact?.id ?? "", body);
      await ended(conversation);
      return (await program.call(routes.listRuns, { query: { conversation } })).runs[0]?.reason;
    };
    expect(await reason("12")).toBeNull();
    expect(await reason("a dozen")).toEqual({
      en: "The value does not fit “How many”.",
      es: "El valor no encaja en «How many».",
    });
    await program.call(routes.deleteTable, { params: { id: table.id } });
    expect((await reason("13"))?.en).toBe("This table no longer exists.");
    await turnOff(workflow);
  });
});

describe("a counter", () => {
  it("goes on over conversations and over kill -9, each time once", async () => {
    const add = (name: string, whose: string) => ({
      name,
      whose,
      act: "add",
      amount: 1,
      restart: "never",
      zone: "UTC",
    });
    const workflow = await turnOn(
      "Count them",
      drawing(
        {
          start,
          all: ["logic.counter", add("Conversations", "all")],
          own: ["logic.counter", add("Conversations", "customer")],
          reply: [
            "intercom.addNote",
            { note: [{ ref: "steps.all.count" }, " in all, ", { ref: "steps.own.count" }, " of theirs"] },
          ],
        },
        ["start.next>all", "all.next>own", "own.next>reply"],
      ),
    );
    const [one, two] = await contacts();
    const wrote: string[] = [];
    for (const contact of [one, one, two, one]) {
      const conversation = await write(contact?.id ?? "", "Hello");
      wrote.push(conversation);
      if (wrote.length === 3) {
        // Wherever it was under way.
        await program.kill();
        program = await program.again();
      }
      await ended(conversation);
    }
    expect((await Promise.all(wrote.map(notes))).flat()).toEqual([
      "1 in all, 1 of theirs",
      "2 in all, 2 of theirs",
      "3 in all, 1 of theirs",
      "4 in all, 3 of theirs",
    ]);
    await turnOff(workflow);
  });
});

describe("the endpoints of tables", () => {
  it("say in words what is not taken", async () => {
    const { id } = await program.call(routes.createTable, {
      body: { name: "Bounds", columns: [{ name: "Day", type: "date" }] },
    });
    const params = { id };
    const { columns } = await program.call(routes.getTable, { params });
    const day = columns[0]?.id ?? "";
    const misfit = await program.ask(routes.addRows, { params, body: { rows: [{ cells: { [day]: "soon" } }] } });
    expect([misfit.status, misfit.body]).toMatchObject([
      422,
      { code: "invalid", what: { en: "The value does not fit “Day”." } },
    ]);
    const twice = await program.ask(routes.addColumn, { params, body: { name: "day ", type: "text" } });
    expect([twice.status, twice.body]).toMatchObject([422, { what: { en: "The table has a column of this name." } }]);
    const gone = await program.ask(routes.addRows, { params: { id: "none" }, body: { rows: [{ cells: {} }] } });
    expect(gone.status).toBe(404);
    const nobody = await fetch(`${program.url}/api/tables`);
    expect(nobody.status).toBe(401);
  });
});

/** What the stream tells from now on, once it has come to rest. */
function messages(): () => Promise<StreamMessage[]> {
  const told: StreamMessage[] = [];
  const stop = new AbortController();
  const listening = (async () => {
    const headers = { authorization: `Bearer ${apiKey}` };
    const { body } = await fetch(`${program.url}/api/stream`, { headers, signal: stop.signal });
    for await (const chunk of body ?? [])
      for (const [, data = ""] of new TextDecoder().decode(chunk).matchAll(/^data: (.*)$/gm))
        told.push(StreamMessage.parse(JSON.parse(data)));
  })().catch((error: unknown) => {
    if (!stop.signal.aborted) throw error;
  });
  return async () => {
    stop.abort();
    await listening;
    return told;
  };
}
