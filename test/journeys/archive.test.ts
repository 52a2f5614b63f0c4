import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { en } from "#client/i18n/en.ts";
import { es } from "#client/i18n/es.ts";
import { routes } from "#shared/api/routes.ts";
import { expectSound, type Journey, signIn, startJourney } from "../support/journey.ts";
import { inTurn } from "../support/inTurn.ts";

const catalogues = { en, es };
const began = Date.UTC(2026, 2, 1) / 1000;
const hour = 3_600;

/** Conversation `number` in Intercom's shape: every third is about a refund, every second is closed; every seventh has a team; Ada writes every tenth. */
function conversation(number: number): Record<string, unknown> {
  const at = began + number * hour;
  const isAda = number % 10 === 0;
  const isClosed = number % 2 === 0;
  const customer = {
    type: "user",
    id: isAda ? "c-ada" : `c-${number}`,
    name: isAda ? "Ada Byron" : `Customer ${number}`,
    email: isAda ? "ada@example.com" : `customer${number}@example.com`,
  };
  const marta = { type: "admin", id: "814", name: "Marta" };
  const part = (type: string, minutes: number, body: string | null, more = {}) => ({
    type: "conversation_part",
    id: `${number}-${minutes}`,
    part_type: type,
    body,
    created_at: at + minutes * 60,
    author: marta,
    ...more,
  });
  return {
    type: "conversation",
    id: String(9_000 + number),
    created_at: at,
    updated_at: at + hour / 2,
    state: isClosed ? "closed" : "open",
    open: !isClosed,
    admin_assignee_id: 814,
    // A file gives a team's number alone.
    team_assignee_id: number % 7 === 0 ? 555 : null,
    tags: {
      type: "tag.list",
      tags: number % 5 === 0 ? [{ type: "tag", id: "7", name: "vip", applied_at: at + 60 }] : [],
    },
    source: {
      type: "email",
      id: `${number}-0`,
      subject: `Question ${number}`,
      body: number % 3 === 0 ? "<p>Where is my <b>refund</b>?</p>" : "<p>How do I invite a colleague?</p>",
      author: customer,
    },
    contacts: { type: "contact.list", contacts: [{ type: "contact", id: customer.id }] },
    conversation_parts: {
      type: "conversation_part.list",
      conversation_parts: [
        part("comment", 5, `<p>Answer number ${number}, with pleasure.</p>`),
        part("note", 6, "<p>Known customer</p>"),
        ...(isClosed ? [part("close", 30, null)] : []),
      ],
    },
  };
}

const all = Array.from({ length: 130 }, (_, index) => conversation(index + 1));
const { created_at: _, ...timeless } = conversation(900);
/** Lines 3 and 70 are broken, line 50 does not say when it began. */
const lines = all.map((each) => JSON.stringify(each));
lines.splice(2, 0, '{"type":"conversation","id":"12","sou');
lines.splice(49, 0, JSON.stringify(timeless));
lines.splice(69, 0, "<html>502 Bad Gateway</html>");

const table = [
  "Case;Wrote;Who;Said;Labels",
  "T-1;03/04/2026 10:00;Zoe;Nothing prints any more;printer",
  "T-1;03/04/2026 10:20;Marta;Turn it off and on;",
  "T-2;04/04/2026 09:00;Yan;My invoice is wrong;invoice",
].join("\r\n");

describe.each(inTurn("es"))("past conversations, in %s", (language) => {
  const { archive: words, thread, frame } = catalogues[language];
  let journey: Journey;
  beforeEach(async () => {
    journey = await startJourney(language, { owner: true, dark: language === "es" });
    await signIn(journey);
  });
  afterEach(async () => {
    await journey.picture(`${language}-archive-last`);
    await journey.end();
  });

  const fill = (sentence: string, values: Record<string, string | number>) =>
    sentence.replaceAll(/\{\{(\w+)(?:, number)?\}\}/g, (_match, name: string) => String(values[name] ?? ""));
  const button = (name: string) => journey.page.getByRole("button", { name, exact: true });
  const link = (name: string) => journey.page.getByRole("link", { name, exact: true });
  const said = (text: string) => journey.page.getByText(text, { exact: true });
  const rows = () => journey.page.getByRole("list", { name: words.title }).getByRole("link");
  const choose = (name: string, content: string) =>
    journey.page
      .locator("input[type=file]")
      .setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });
  const stands = () => journey.program.call(routes.getArchive, {});
  async function isDone(name: string): Promise<void> {
    await expect
      .poll(async () => (await stands()).imports.find((each) => each.name === name)?.state, { timeout: 20_000 })
      .toBe("done");
    await expect.poll(async () => (await stands()).notSearchable, { timeout: 20_000 }).toBe(0);
  }
  const open = (path: string) => journey.page.goto(`${journey.program.url}${path}`);

  it("are imported from a file, with what was left out and why", async () => {
    const { page } = journey;
    await open("/conversations");
    await link(thread.past).click();
    await page.getByRole("heading", { name: words.empty }).waitFor();
    await expectSound(journey);
    await link(words.importDo).click();
    await page.getByRole("heading", { name: words.importTitle }).waitFor();
    await expectSound(journey);
    await choose("march.jsonl", lines.join("\n"));
    await isDone("march.jsonl");
    await said(words.state_done).waitFor();
    await expectSound(journey);
    await journey.picture(`${language}-archive-imports`);

    // Nothing that was left out is hidden.
    await link(fill(words.leftOut_other, { count: 3 })).click();
    await said(fill(words.leftOutOf_other, { count: 133, left: 3 })).waitFor();
    for (const line of [3, 50, 70]) await page.getByText(fill(words.line, { line })).waitFor();
    await page.getByText("502 Bad Gateway").waitFor();
    await expectSound(journey);
    await journey.picture(`${language}-archive-left-out`);

    await link(words.allImportsBack).click();
    await link(fill(words.toConversations_other, { count: 130 })).click();
    await said(fill(words.count_other, { count: 130 })).waitFor();
    expect(await stands()).toMatchObject({ conversations: 130, imports: [{ read: 133, added: 130, leftOut: 3 }] });
  });

  it("are searched, filtered and read", async () => {
    const { page } = journey;
    await open("/archive/imports");
    await choose("march.jsonl", lines.join("\n"));
    await isDone("march.jsonl");
    await open("/archive");
    await said(fill(words.count_other, { count: 130 })).waitFor();
    await expect.poll(() => rows().count(), { timeout: 10_000 }).toBe(50);

    // The list takes one Tab; arrows lead through it, and at its end the next page comes.
    await rows().first().focus();
    await page.keyboard.press("ArrowDown");
    expect(
      await rows()
        .nth(1)
        .evaluate((row) => row === document.activeElement),
    ).toBe(true);
    // The end of a page may already bring the one after it.
    await page.keyboard.press("End");
    await expect.poll(() => rows().count(), { timeout: 10_000 }).toBeGreaterThanOrEqual(100);
    await expectSound(journey);

    // Searched as one types, without regard to case, in what anybody wrote.
    await page.getByRole("searchbox").fill("REFUND");
    await said(fill(words.found_other, { count: 130, found: 43 })).waitFor();
    await button(words.filters).click();
    await page.getByRole("combobox", { name: words.filter_state }).selectOption({ label: thread.closed });
    await said(fill(words.found_other, { count: 130, found: 21 })).waitFor();
    await page.getByRole("combobox", { name: words.filter_tag }).selectOption("7");
    await said(fill(words.found_other, { count: 130, found: 4 })).waitFor();
    await page.getByLabel(words.filter_from).fill("2026-03-04");
    await said(fill(words.found_other, { count: 130, found: 2 })).waitFor();
    await expectSound(journey);
    await journey.picture(`${language}-archive-filtered`);

    // Read as a thread; the address keeps both.
    await rows().first().click();
    const log = page.getByRole("region", { name: thread.thread });
    await log.getByText("Where is my refund?").waitFor();
    await log.getByText("Answer number 120, with pleasure.").waitFor();
    await log.getByText(fill(thread.eventClosed, { author: "Marta" })).waitFor();
    await page.getByRole("complementary", { name: words.details }).getByText("ada@example.com").waitFor();
    await expectSound(journey);
    await journey.picture(`${language}-archive-thread`);
    await page.reload();
    await log.getByText("Answer number 120, with pleasure.").waitFor();
    await expect.poll(() => rows().count(), { timeout: 10_000 }).toBe(2);

    await page.getByRole("searchbox").fill("nobody wrote this");
    await said(words.noMatch).waitFor();
    await expectSound(journey);
    await button(words.clear).first().click();
    await said(fill(words.count_other, { count: 130 })).waitFor();

    // Whom nobody names is called so: no number of Intercom's stands on the screen.
    const unnamed = fill(words.unnamedTeam, { number: 1 });
    await button(words.filters).click();
    await page.getByRole("combobox", { name: words.filter_team }).selectOption({ label: `${unnamed} (18)` });
    await said(fill(words.found_other, { count: 130, found: 18 })).waitFor();
    await rows().first().click();
    await log.getByText(fill(thread.eventClosed, { author: "Marta" })).waitFor();
    await page.getByRole("complementary", { name: words.details }).getByText(words.unnamed).waitFor();
    expect(await page.locator("main").innerText()).not.toContain("555");
    await expectSound(journey);
    await journey.picture(`${language}-archive-unnamed`);
  });

  it("come from a table whose columns somebody explains", async () => {
    const { page } = journey;
    await open("/archive/imports");
    await choose("old desk.csv", table);
    await link(words.toColumns).click();
    const column = (field: "field_conversation" | "field_time" | "field_text" | "field_authorName" | "field_tags") =>
      page.getByRole("combobox", { name: new RegExp(`^${words[field]}`) });
    await column("field_text").waitFor();
    await page.getByText(words.rowMessage, { exact: true }).click();
    await column("field_conversation").selectOption({ label: "Case" });
    await column("field_time").selectOption({ label: "Wrote" });
    await column("field_authorName").selectOption({ label: "Who" });
    await column("field_tags").selectOption({ label: "Labels" });
    await column("field_text").selectOption("");
    await page.getByText(words.missing_text).waitFor();
    expect(await button(words.importTable).isDisabled()).toBe(true);
    await expectSound(journey);
    await column("field_text").selectOption({ label: "Said" });
    await page.getByText(words.missing_text).waitFor({ state: "detached" });
    const preview = page.getByRole("region", { name: fill(words.conversation, { id: "T-1" }) });
    await preview.getByText("Turn it off and on").waitFor();
    await expectSound(journey);
    await journey.picture(`${language}-archive-columns`);

    // What was chosen is there again on the way back.
    await link(words.backKept).click();
    await link(words.toColumns).click();
    await preview.getByText("Turn it off and on").waitFor();
    await button(words.importTable).click();
    await isDone("old desk.csv");
    // The practice workspace is in Madrid, and so are the times that say nothing of a zone.
    const { conversations } = await journey.program.call(routes.listArchived, { query: {} });
    expect(conversations.map(({ id, messages, tags, createdAt }) => ({ id, messages, tags, createdAt }))).toEqual([
      { id: "T-2", messages: 1, tags: ["invoice"], createdAt: "2026-04-04T07:00:00.000Z" },
      { id: "T-1", messages: 2, tags: ["printer"], createdAt: "2026-04-03T08:00:00.000Z" },
    ]);
  });

  it("are deleted by person and by import, after saying how many", async () => {
    const { page, program } = journey;
    await open("/archive/imports");
    await choose("march.jsonl", lines.join("\n"));
    await isDone("march.jsonl");
    await open("/archive");
    await page.getByRole("searchbox").fill("ada@example.com");
    await said(fill(words.found_other, { count: 130, found: 13 })).waitFor();
    await rows().first().click();
    await button(words.forget).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText(fill(words.forgetCount_other, { count: 13 })).waitFor();
    await expectSound(journey);
    await journey.picture(`${language}-archive-forget`);
    await dialog.getByRole("button", { name: fill(words.forgetDo_other, { count: 13 }) }).click();
    await said(fill(words.count_other, { count: 117 })).waitFor();
    expect(await program.call(routes.findPerson, { query: { email: "ada@example.com" } })).toEqual({
      conversations: 0,
      names: [],
    });

    // By e-mail, for somebody who asks to be forgotten.
    await link(words.imports).click();
    await page.getByRole("textbox", { name: words.email }).fill("Customer7@example.com");
    await button(words.forgetFind).click();
    await dialog.getByRole("button", { name: fill(words.forgetDo_one, {}) }).click();
    await dialog.waitFor({ state: "detached" });
    expect((await stands()).conversations).toBe(116);

    await button(fill(words.deleteNamed, { name: "march.jsonl" })).click();
    await dialog.getByText(fill(words.deleteCount_other, { count: 116 })).waitFor();
    await expectSound(journey);
    await dialog.getByRole("button", { name: frame.cancel }).click();
    await button(fill(words.deleteNamed, { name: "march.jsonl" })).click();
    await dialog.getByRole("button", { name: fill(words.deleteDo_other, { count: 116 }) }).click();
    await dialog.waitFor({ state: "detached" });
    expect(await stands()).toMatchObject({ conversations: 0, imports: [] });
  });

  it("come from the practice workspace in one press, and are read on a phone", async () => {
    const { page } = journey;
    await open("/archive/imports");
    await button(words.practiceDo).click();
    await expect.poll(async () => (await stands()).imports[0]?.state, { timeout: 30_000 }).toBe("done");
    const { conversations } = await stands();
    expect(conversations).toBeGreaterThan(50);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectSound(journey);
    await link(fill(words.toConversations_other, { count: conversations })).click();
    await rows().nth(2).click();
    await page.getByRole("region", { name: thread.thread }).waitFor();
    await expectSound(journey);
    await journey.picture(`${language}-archive-phone`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await link(words.backToList).click();
    await expect.poll(() => rows().count(), { timeout: 10_000 }).toBeGreaterThan(10);
  });
});
