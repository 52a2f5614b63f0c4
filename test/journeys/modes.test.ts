import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { en } from "#client/i18n/en.ts";
import { es } from "#client/i18n/es.ts";
import { routes } from "#shared/api/routes.ts";
import { shadowNote } from "#shared/templates/shadowNote.ts";
import { letsIn } from "#shared/workflow/mode.ts";
import { chooseMode, expectSound, type Journey, modeShown, signIn, startJourney } from "../support/journey.ts";
import { inTurn } from "../support/inTurn.ts";
import { drawing } from "../support/workflowBuilder.ts";

const catalogues = { en, es };
const filled = (sentence: string, values: Record<string, unknown>) =>
  sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));

/** Closes what mentions a refund, with a note. */
const closesRefunds = drawing(
  {
    start: ["intercom.conversationStarted", { channel: "any" }],
    if: [
      "logic.if",
      { when: { match: "all", rules: [{ ref: "message.text", operator: "mentions", operand: ["refund"] }] } },
    ],
    close: ["intercom.close", {}],
    note: ["intercom.addNote", { note: ["Closed: a refund"] }],
  },
  ["start.next>if", "if.yes>close", "close.next>note"],
);
const name = "Refunds";

describe.each(inTurn("en"))("a workflow from off by shadow and a share to on, in %s", (language) => {
  const words = catalogues[language];
  const { shadow, mode } = words;
  let journey: Journey;
  let id: string;

  beforeEach(async () => {
    journey = await startJourney(language, { owner: true, dark: language === "es" });
    const body = { name, document: closesRefunds };
    id = (await journey.program.call(routes.createWorkflow, { body })).id;
    await signIn(journey);
  });
  afterEach(async () => {
    await journey.picture(`${language}-modes-last`);
    await journey.end();
  });

  async function writes(text: string): Promise<string> {
    const { contacts } = await journey.program.call(routes.listPracticeContacts, {});
    const body = { contactId: contacts[3]?.id ?? "", body: text };
    return (await journey.program.call(routes.startPracticeConversation, { body })).id;
  }
  const partsOf = async (conversation: string) =>
    (await journey.program.call(routes.getPracticeConversation, { params: { id: conversation } })).parts;
  const runs = async () => (await journey.program.call(routes.listRuns, { query: { workflow: id, limit: 50 } })).runs;

  it("decides on what comes, is compared with what a teammate does, and then runs", { timeout: 120_000 }, async () => {
    const { page, program } = journey;
    const button = (called: string) => page.getByRole("button", { name: called, exact: true });

    // Nothing can be chosen before it is published; then it goes to Shadow first.
    await page.goto(`${program.url}/workflows/${id}`);
    await page.getByRole("button", { name: filled(mode.label, { name, mode: mode.off }) }).click();
    await page.getByText(mode.publishFirst).waitFor();
    await expectSound(journey);
    await page.keyboard.press("Escape");
    await button(words.editor.publish).click();
    await button(filled(words.editor.publishDo, { number: 1 })).click();
    await button(words.editor.toShadow).click();
    await modeShown(page, mode, name, mode.shadow);
    await page.getByRole("button", { name: filled(mode.label, { name, mode: mode.shadow }) }).click();
    await page.getByText(mode.shadowHelp).waitFor();
    await expectSound(journey);
    await journey.picture(`${language}-modes-control`);
    await page.keyboard.press("Escape");

    // What it decided: nothing yet, then what a customer's message led to, by itself.
    await page.getByRole("link", { name: mode.decisions }).click();
    await page.getByText(shadow.none).waitFor();
    await expectSound(journey);
    await journey.picture(`${language}-modes-empty`);
    const refund = await writes("Where is my refund?");
    await writes("Hello there");
    const row = page.getByRole("listitem").filter({ hasText: "Where is my refund?" });
    await row.getByText(shadow.verdict_unknown).waitFor();
    await row.getByText(shadow.noTrace).waitFor();
    await page.getByRole("listitem").filter({ hasText: "Hello there" }).getByText(shadow.idle).waitFor();
    await page.getByText(filled(shadow.acted_conversations_one, { count: 1 })).waitFor();
    await expectSound(journey);
    expect(await partsOf(refund)).toHaveLength(1);

    // Notes are an offer: a workflow of its own, off until somebody turns it on.
    await button(shadow.leaveNotes).click();
    await modeShown(page, mode, shadowNote.name[language], mode.off);
    await page.locator('[data-id="note"]').waitFor();
    await expectSound(journey);
    await journey.picture(`${language}-modes-notes`);
    await page.goBack();
    await row.getByText(shadow.verdict_unknown).waitFor();

    // Looked at at once it is not known yet; a teammate then closes it by hand.
    await button(shadow.compare).click();
    await page.getByText(filled(shadow.comparing_one, { count: 1 })).waitFor();
    await row.getByText(shadow.verdict_unknown).waitFor();
    await page.goto(`${program.url}/conversations/${refund}`);
    await button(words.conversations.closeAsTeammate).click();
    await button(words.conversations.closeAsTeammate).waitFor({ state: "detached" });
    await page.goto(`${program.url}/workflows`);
    await page.getByRole("link", { name: mode.decisions }).waitFor();
    await journey.picture(`${language}-modes-list`);
    await expectSound(journey);
    await page.getByRole("link", { name: mode.decisions }).click();
    await row.getByText(shadow.verdict_same, { exact: true }).waitFor();
    await journey.picture(`${language}-modes-compared`);
    await expectSound(journey);
    await page.getByRole("button", { name: new RegExp(`^${shadow.part_idle}`) }).click();
    await page.getByRole("listitem").filter({ hasText: "Hello there" }).waitFor();
    await row.waitFor({ state: "detached" });
    await page.getByRole("button", { name: new RegExp(`^${shadow.part_same}`) }).click();
    await row.waitFor();

    // On the canvas: what it would have done and why. Nothing was sent, and there is no run.
    await row.getByRole("link").click();
    await page.getByText(shadow.nothingSent).waitFor();
    await page.locator('[data-id="if"]').click();
    await page.getByRole("heading", { name: words.runTrace.why }).waitFor();
    await journey.picture(`${language}-modes-trace`);
    await expectSound(journey);
    await page.locator('[data-id="close"]').click();
    await page.getByText(words.runTrace.details).click();
    await page.getByText(words.runTrace.notSent).waitFor();
    expect([await runs(), (await partsOf(refund)).map(({ author }) => author.kind)]).toEqual([
      [],
      ["customer", "teammate"],
    ]);

    // A share, by number and by slider, and then all.
    await page.getByRole("link", { name: shadow.back }).click();
    await chooseMode(page, mode, name, "percentage");
    const share = page.getByRole("dialog").getByRole("textbox", { name: mode.shareLabel });
    await share.fill("0");
    await page.getByText(mode.shareRule).waitFor();
    await share.fill("49");
    await page.getByRole("slider").press("ArrowRight");
    await expectSound(journey);
    await journey.picture(`${language}-modes-share`);
    await button(filled(mode.shareDo, { percent: 50 })).click();
    await modeShown(page, mode, name, filled(mode.share, { percent: 50 }));
    const isIn = (conversation: string) =>
      letsIn(
        { workflow: id, mode: "percentage", percent: 50 },
        { id: "", subject: { kind: "conversation", id: conversation }, facts: {} },
      );
    const written: string[] = [];
    while (!written.some(isIn) || written.every(isIn)) written.push(await writes("A refund, I beg you"));
    const ranIn = async () => (await runs()).map(({ subject }) => subject?.id ?? "").toSorted();
    await expect.poll(ranIn).toEqual(written.filter(isIn).toSorted());
    await page.goto(`${program.url}/workflows`);
    await chooseMode(page, mode, name, "on");
    await modeShown(page, mode, name, mode.on);
    const last = await writes("A refund for all of us");
    await expect.poll(async () => (await ranIn()).includes(last)).toBe(true);
    await expect.poll(async () => (await partsOf(last)).some(({ kind }) => kind === "note")).toBe(true);
    expect(journey.complaints()).toEqual([]);
  });
});
