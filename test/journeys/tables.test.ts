import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { en } from "#client/i18n/en.ts";
import { es } from "#client/i18n/es.ts";
import { routes } from "#shared/api/routes.ts";
import { inTurn } from "../support/inTurn.ts";
import { type Journey, expectSound, openStep, signIn, startJourney } from "../support/journey.ts";
import { drawing } from "../support/workflowBuilder.ts";

const catalogues = { en, es };

describe.each(inTurn("en"))("a table of the team's own, in %s", (language) => {
  const { tables: words, inspector, editor, runTrace } = catalogues[language];
  let journey: Journey;
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "switchboard-tables-"));
    journey = await startJourney(language, { owner: true, dark: language === "es" });
    await signIn(journey);
    await journey.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  });
  afterEach(async () => {
    await journey.picture(`${language}-tables-last`);
    await journey.end();
    await rm(folder, { recursive: true });
  });

  const button = (name: string) => journey.page.getByRole("button", { name, exact: true });
  const press = async (...keys: string[]) => {
    for (const key of keys) await journey.page.keyboard.press(key);
  };
  const type = (text: string) => journey.page.keyboard.type(text);
  const fill = (sentence: string, values: Record<string, string>) =>
    sentence.replaceAll(/\{\{(\w+)(?:, number)?\}\}/g, (_, name: string) => values[name] ?? "");
  const onlyTable = async () => (await journey.program.call(routes.listTables, {})).tables[0]?.id ?? "";
  /** What the server keeps, a row each, the columns in their order. */
  async function kept(): Promise<unknown[][]> {
    const params = { id: await onlyTable() };
    const { columns } = await journey.program.call(routes.getTable, { params });
    const { rows } = await journey.program.call(routes.listRows, { params, query: {} });
    return rows.map(({ cells }) => columns.map(({ id }) => cells[id] ?? null));
  }
  async function keeps(...rows: unknown[][]): Promise<void> {
    await expect.poll(kept).toEqual(rows);
  }
  async function create(name: string): Promise<void> {
    await journey.page.goto(`${journey.program.url}/tables`);
    await button(words.new).click();
    await journey.page.getByRole("textbox", { name: words.name }).fill(name);
    await press("Enter");
    await journey.page.waitForURL("**/tables/*");
    await journey.page.getByRole("grid").waitFor();
  }
  async function addColumn(name: string, kind: "text" | "number" | "date" | "boolean"): Promise<void> {
    const { page } = journey;
    await button(words.addColumn).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: words.name }).fill(name);
    await dialog
      .getByRole("textbox", { name: words.columnType })
      .or(dialog.getByRole("combobox", { name: words.columnType }))
      .first()
      .click();
    await page.getByRole("option", { name: words[`type_${kind}`], exact: true }).click();
    await dialog.getByRole("button", { name: words.addColumn }).click();
    await page.getByRole("columnheader", { name }).waitFor();
  }

  it("is made, typed into, pasted into, mended and taken back like a sheet", async () => {
    const { page, program } = journey;
    await page.goto(`${program.url}/tables`);
    await page.getByRole("heading", { name: words.none }).waitFor();
    await expectSound(journey);
    await create("Key accounts");
    await addColumn("Discount", "number");
    await addColumn("VIP", "boolean");
    await addColumn("Since", "date");
    await expectSound(journey);

    // Typed, from cell to cell; Enter goes on below where the Tabs began.
    await button(words.addRow).click();
    await type("ada@example.com");
    await press("Tab");
    await type({ en: "12.5", es: "12,5" }[language]);
    await press("Tab", "Space", "Tab");
    await type("25/7/2026");
    await press("Enter");
    await type("grace@example.com");
    await press("Enter");
    await keeps(["ada@example.com", 12.5, true, "2026-07-25"], ["grace@example.com", null, null, null]);

    // What does not fit stays in the cell with words, until it is mended or let go.
    await press("ArrowUp", "ArrowRight");
    await type("a lot");
    await press("Enter");
    await page.getByText(words.misfit_number).waitFor();
    await expectSound(journey);
    await journey.picture(`${language}-tables-misfit`);
    await press("Escape");
    await type("7");
    await press("Enter");
    await keeps(["ada@example.com", 12.5, true, "2026-07-25"], ["grace@example.com", 7, null, null]);

    // A block of a spreadsheet goes over rows that are there and adds those that are not; what does not fit is told.
    const block = `"two\nlines"\t1\t${words.yes}\r\ncy@example.com\tmany\t${words.no}\r\n`;
    await page.evaluate((text) => navigator.clipboard.writeText(text), block);
    await press("ArrowUp", "ArrowLeft", "ControlOrMeta+v");
    await page.getByText(fill(words.leftOut_one, {})).waitFor();
    await keeps(
      ["ada@example.com", 12.5, true, "2026-07-25"],
      ["two\nlines", 1, true, null],
      ["cy@example.com", null, false, null],
    );

    // Rows are deleted, and put back by the notification; what came before it is taken back by keys.
    await page.getByRole("rowheader", { name: "1", exact: true }).click();
    await page.keyboard.down("Shift");
    await page.getByRole("rowheader", { name: "2", exact: true }).click();
    await page.keyboard.up("Shift");
    await button(fill(words.deleteRow_other, { count: "2" })).click();
    await keeps(["cy@example.com", null, false, null]);
    await button(words.undo).click();
    await keeps(
      ["ada@example.com", 12.5, true, "2026-07-25"],
      ["two\nlines", 1, true, null],
      ["cy@example.com", null, false, null],
    );
    await page.getByRole("grid").focus();
    await press("ControlOrMeta+z", "ControlOrMeta+z");
    await keeps(["ada@example.com", 12.5, true, "2026-07-25"], ["grace@example.com", 7, null, null]);
    await page.getByRole("gridcell", { name: "grace@example.com", exact: true }).waitFor();

    // Copied as a spreadsheet takes it.
    await press("ControlOrMeta+Home", "Shift+ArrowRight", "Shift+ArrowDown", "ControlOrMeta+c");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `ada@example.com\t${{ en: "12.5", es: "12,5" }[language]}\r\ngrace@example.com\t7`,
    );
    // Cells are emptied, and only they.
    await press("Delete");
    await keeps([null, null, true, "2026-07-25"], [null, null, null, null]);
    await press("ControlOrMeta+z");
    await keeps(["ada@example.com", 12.5, true, "2026-07-25"], ["grace@example.com", 7, null, null]);

    // Nobody is caught in it: after Escape the next Tab leaves.
    await press("Escape", "Tab");
    expect(await page.getByRole("grid").evaluate((grid) => grid === document.activeElement)).toBe(false);

    await page.getByRole("searchbox", { name: words.search }).fill("GRACE");
    await expect.poll(() => page.getByRole("row").count()).toBe(2);
    await expectSound(journey);
    await page.reload();
    await page.getByText("ada@example.com").waitFor();
    expect(journey.complaints()).toEqual([]);
  });

  it("takes a CSV file, stays usable with 10,000 rows, and gives it back", async () => {
    const { page, program } = journey;
    const lines = Array.from({ length: 10_000 }, (_, index) => `row ${index},${index},"a ""b"", c",=1+${index}`);
    const file = join(folder, "Big list.csv");
    await writeFile(file, `Name,How many,Note,Formula\n${lines.join("\n")}\n`);
    await page.goto(`${program.url}/tables`);
    await page.locator("input[type=file]").setInputFiles(file);
    const dialog = page.getByRole("dialog");
    await dialog.getByText(fill(words.importNew, { type: words.type_number.toLowerCase() })).waitFor();
    await expectSound(journey);
    await dialog.getByRole("button", { name: words.importDo }).click();
    await page.waitForURL("**/tables/*", { timeout: 30_000 });
    await page.getByRole("gridcell", { name: "row 0", exact: true }).waitFor();
    await page.getByRole("grid").focus();
    await press("ControlOrMeta+ArrowDown", "ArrowUp");
    await page.getByRole("gridcell", { name: "row 9999", exact: true }).waitFor();
    expect(await page.getByRole("row").count()).toBeLessThan(80);
    await press("Home");
    await type("the last");
    await press("Enter");
    await page.getByText(words.saved, { exact: true }).waitFor();
    await journey.picture(`${language}-tables-big`);
    await page.getByRole("searchbox", { name: words.search }).fill("the last");
    await page.getByRole("gridcell", { name: "the last", exact: true }).waitFor();

    const [download] = await Promise.all([page.waitForEvent("download"), button(words.exportFile).click()]);
    const saved = join(folder, "saved.csv");
    await download.saveAs(saved);
    const back = (await readFile(saved, "utf8")).split("\r\n");
    expect(back[0]).toBe("\uFEFFName,How many,Note,Formula");
    expect(back[1]).toBe(`row 0,0,"a ""b"", c",'=1+0`);
    expect(back[10_000]).toBe(`the last,${{ en: "9999", es: "9999" }[language]},"a ""b"", c",'=1+9999`);

    // Taken in again it is the same: what was made a text for spreadsheets is what it was.
    await page.locator("input[type=file]").setInputFiles(saved);
    await dialog.getByText(fill(words.importInto, { name: "Formula" })).waitFor();
    await dialog.getByRole("button", { name: words.importDo }).click();
    const params = { id: await onlyTable() };
    const { columns } = await program.call(routes.getTable, { params });
    const formulas = async (offset: number) =>
      (await program.call(routes.listRows, { params, query: { offset, limit: 1 } })).rows.map(
        ({ cells }) => cells[columns[3]?.id ?? ""],
      );
    await expect.poll(() => formulas(19_999), { timeout: 30_000 }).toEqual(["=1+9999"]);
    expect(await formulas(10_000)).toEqual(["=1+0"]);
    expect(journey.complaints()).toEqual([]);
  });

  it("is looked up by a step, is told to be used, and shows at once what a workflow writes", async () => {
    const { page, program } = journey;
    await create("Contacts");
    await addColumn("Owner", "text");
    await page.getByRole("grid").focus();
    const [contact] = (await program.call(routes.listPracticeContacts, {})).contacts.filter(({ email }) => email);
    await type(contact?.email ?? "");
    await press("Tab");
    await type("Grace");
    await press("Enter");
    await keeps([contact?.email, "Grace"]);

    const document = drawing(
      {
        start: ["intercom.conversationStarted", { channel: "any" }],
        find: ["logic.findRow", {}],
        note: ["intercom.addNote", { note: ["Owner: "] }],
        add: ["logic.writeRow", { where: null }],
      },
      ["start.next>find", "find.next>note", "note.next>add"],
    );
    document.layout.push(...["start", "find", "note", "add"].map((node, index) => ({ node, x: index * 320, y: 0 })));
    const { id } = await program.call(routes.createWorkflow, { body: { name: "Who looks after them", document } });
    await page.goto(`${program.url}/workflows/${id}`);
    const open = async (node: string) => {
      await openStep(page, node);
      await button(inspector.close).waitFor();
    };
    const choose = async (label: string, option: string) => {
      const control = page.getByRole("textbox", { name: label, exact: true });
      await control
        .or(page.getByRole("combobox", { name: label, exact: true }))
        .first()
        .click();
      await page.getByRole("option", { name: option, exact: true }).click();
    };
    const table = { en: "Table", es: "Tabla" }[language];
    const insert = async (label: string, value: string) => {
      await button(fill(inspector.addValueTo, { label })).click();
      await page.getByRole("combobox", { name: inspector.searchValues }).fill(value);
      // What Enter would take, once it is marked.
      await page.locator('[role="option"][data-combobox-selected]').click();
    };
    await open("find");
    await choose(table, "Contacts");
    await choose(inspector.matchColumn, words.firstColumn);
    await insert(inspector.matchIs, { en: "Customer e-mail", es: "Correo del cliente" }[language]);
    await expectSound(journey);
    await journey.picture(`${language}-tables-step`);
    await open("note");
    await page.getByRole("textbox", { name: { en: "Note", es: "Nota" }[language], exact: true }).click();
    await press("End");
    await insert({ en: "Note", es: "Nota" }[language], "Owner");
    await open("add");
    await choose(table, "Contacts");
    await button(inspector.addCell).click();
    await choose(fill(inspector.columnPlace, { place: "1" }), "Owner");
    await insert(fill(inspector.cellValue, { name: "Owner" }), { en: "first name", es: "nombre de pila" }[language]);
    await expectSound(journey);
    // "Saved" may still be about the change before the last.
    const saved = () => program.call(routes.getWorkflow, { params: { id } });
    await expect
      .poll(async () => JSON.stringify((await saved()).draft), { timeout: 10_000 })
      .toContain("contact.firstName");
    await page.getByText(editor.saved, { exact: true }).waitFor();
    const { draft, faults } = await saved();
    expect(faults).toEqual([]);
    await program.call(routes.publish, { params: { id }, body: { revision: draft.revision } });
    await program.call(routes.setMode, { params: { id }, body: { mode: "on" } });

    // The sheet is open while a conversation comes in: the row appears by itself.
    await page.goto(`${program.url}/tables/${await onlyTable()}`);
    await page.getByRole("gridcell", { name: "Grace", exact: true }).waitFor();
    const { id: conversation } = await program.call(routes.startPracticeConversation, {
      body: { contactId: contact?.id ?? "", body: "Hello" },
    });
    await page.getByRole("gridcell", { name: contact?.name.split(" ")[0] ?? "", exact: true }).waitFor();
    const { parts } = await program.call(routes.getPracticeConversation, { params: { id: conversation } });
    expect(parts.filter(({ kind }) => kind === "note").map(({ text }) => text)).toEqual(["Owner: Grace"]);

    // The run shows what was found; the list and the warning tell who uses the table.
    const { runs } = await program.call(routes.listRuns, { query: { conversation } });
    await page.goto(`${program.url}/runs/${runs[0]?.id ?? ""}`);
    await page.locator('.react-flow__node[data-id="find"]').focus();
    await page.keyboard.press("Enter");
    await page.getByText("Grace", { exact: true }).waitFor();
    await page.getByText(runTrace.details).waitFor();
    await journey.picture(`${language}-tables-run`);
    await page.goto(`${program.url}/tables`);
    await page.getByRole("link", { name: "Who looks after them" }).waitFor();
    await button(fill(words.more, { name: "Contacts" })).click();
    await page.getByRole("menuitem", { name: words.delete }).click();
    await page.getByText(fill(words.deleteUsed, { names: "Who looks after them" })).waitFor();
    await expectSound(journey);
    await journey.picture(`${language}-tables-delete`);
    await button(words.deleteDo).click();
    await page.getByRole("heading", { name: words.none }).waitFor();
    const gone = await program.call(routes.getWorkflow, { params: { id } });
    expect(gone.faults.map(({ code }) => code)).toContain("gone");
    await vi.waitFor(() => expect(journey.complaints()).toEqual([]));
  });
});
