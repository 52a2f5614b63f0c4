import { afterEach, describe, expect, it } from "vitest";
import { en } from "#client/i18n/en.ts";
import { es } from "#client/i18n/es.ts";
import { routes } from "#shared/api/routes.ts";
import { inTurn } from "../support/inTurn.ts";
import { type Journey, expectSound, modeShown, openStep, signIn, startJourney } from "../support/journey.ts";
import { pastRaw, teammate, toTeam } from "../support/pastConversations.ts";
import { drawing } from "../support/workflowBuilder.ts";

const dayMs = 86_400_000;
const began = Date.parse("2026-03-02T09:00:00Z");
const texts = ["Where is my refund?", "A wrong invoice", "Hello there"];
const name = "Money";

/** Sixty days, a conversation each, a third of each kind, given to a team by hand. */
const file = (team: string) =>
  Array.from({ length: 60 }, (_, index) =>
    JSON.stringify(
      pastRaw({
        id: `${1000 + index}`,
        text: texts[index % 3] ?? "",
        at: began + index * dayMs,
        later: [toTeam(team, teammate, 47)],
      }),
    ),
  ).join("\n");

const filled = (words: string, values: Record<string, string | number>) =>
  words.replaceAll(/\{\{(\w+)\}\}/g, (_, key: string) => String(values[key]));

let journey: Journey;
afterEach(async () => {
  await journey.picture("whole-way-last");
  await journey.end();
});

describe.each(inTurn("en"))("from a file of past conversations to Shadow, in %s", (language) => {
  const { ballot, editor, inspector, mode, reports } = language === "en" ? en : es;

  it(
    "imports, counts while a condition is edited, reports, has the draft voted on, publishes it and lets it decide",
    { timeout: 240_000 },
    async () => {
      journey = await startJourney(language, { owner: true });
      const { page, program } = journey;
      const button = (called: string) => page.getByRole("button", { name: called, exact: true });
      const teams = async () => (await program.call(routes.getLists, {})).lists.teams;
      await expect.poll(async () => (await teams()).length, { timeout: 10_000 }).toBeGreaterThan(0);
      const [team] = await teams();
      if (!team) throw new Error("the practice workspace has no team");
      const document = drawing(
        {
          start: ["intercom.conversationStarted", { channel: "any" }],
          about: [
            "logic.if",
            { when: { match: "any", rules: [{ ref: "message.text", operator: "mentions", operand: ["refund"] }] } },
          ],
          assign: ["intercom.assign", { to: { list: "teams", id: team.id } }],
        },
        ["start.next>about", "about.yes>assign"],
      );
      const { id } = await program.call(routes.createWorkflow, { body: { name, document } });
      await program.call(routes.publish, { params: { id }, body: { revision: 1 } });
      await signIn(journey);

      // Past conversations come in from a file.
      await page.goto(`${program.url}/archive/imports`);
      const buffer = Buffer.from(file(team.id));
      await page
        .locator("input[type=file]")
        .setInputFiles({ name: "last-winter.jsonl", mimeType: "application/octet-stream", buffer });
      const stands = () => program.call(routes.getArchive, {});
      await expect.poll(async () => (await stands()).conversations, { timeout: 30_000 }).toBe(60);
      await page.getByText("last-winter.jsonl").first().waitFor();

      // Whichever workflow is open, its lines tell how many would have gone each way; an edit moves the numbers.
      await page.goto(`${program.url}/workflows/${id}`);
      const yes = page.locator('.react-flow__edge[data-id="about:yes"] [data-tally] text').first();
      await expect.poll(() => yes.textContent(), { timeout: 20_000 }).toBe("20");
      await openStep(page, "about");
      const operand = page.getByRole("combobox", { name: inspector.operand });
      await operand.fill("invoice");
      await page.keyboard.press("Enter");
      await expect.poll(() => yes.textContent(), { timeout: 20_000 }).toBe("40");
      await journey.picture(`${language}-whole-way-counts`);
      await expect
        .poll(async () => (await program.call(routes.getWorkflow, { params: { id } })).draftChanged, {
          timeout: 20_000,
        })
        .toBe(true);

      // What turning it on would do, and what teammates did.
      await page.getByRole("link", { name: reports.report, exact: true }).click();
      await button(reports.simulate).click();
      await page.getByRole("heading", { name: reports.forecast }).waitFor();
      await page.getByRole("link", { name: "40", exact: true }).first().waitFor();
      await expectSound(journey);

      // The draft against the published version: only what changes is voted on, and the tally stands where it is published.
      await page.goto(`${program.url}/workflows/${id}`);
      await button(editor.publish).click();
      const panel = page.getByRole("dialog");
      await panel.getByText(filled(ballot.changed_other, { total: 60, n: 20 })).waitFor();
      await panel.getByRole("link", { name: ballot.open }).click();
      const whole = page.getByRole("group", { name: ballot.voteAll });
      await whole.getByRole("button", { name: ballot.better }).click();
      await whole.getByRole("button", { name: ballot.better, pressed: true }).waitFor();
      await page.goto(`${program.url}/workflows/${id}`);
      await button(editor.publish).click();
      await panel.getByText(filled(ballot.tally, { better: 20, worse: 0, same: 0, open: 0 })).waitFor();
      await button(filled(editor.publishDo, { number: 2 })).click();
      await button(editor.toShadow).click();
      await modeShown(page, mode, name, mode.shadow);
      await expectSound(journey);

      // Nothing of all this has sent anything, and the first live message is decided.
      expect((await program.call(routes.listRuns, { query: { workflow: id, limit: 50 } })).runs).toEqual([]);
      const { contacts } = await program.call(routes.listPracticeContacts, {});
      const body = { contactId: contacts[3]?.id ?? "", body: "My invoice is wrong" };
      await program.call(routes.startPracticeConversation, { body });
      await page.getByRole("link", { name: mode.decisions }).click();
      await page.getByText("My invoice is wrong").first().waitFor({ timeout: 20_000 });
      expect((await program.call(routes.listRuns, { query: { workflow: id, limit: 50 } })).runs).toEqual([]);
    },
  );
});
