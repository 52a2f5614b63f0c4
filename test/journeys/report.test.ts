import { readFile } from "node:fs/promises";
import { afterEach, describe, expect, it } from "vitest";
import { en } from "#client/i18n/en.ts";
import { es } from "#client/i18n/es.ts";
import { routes } from "#shared/api/routes.ts";
import { expectSound, type Journey, signIn, startJourney } from "../support/journey.ts";
import { inTurn } from "../support/inTurn.ts";
import { fillArchive, pastConversation, teammate, toTeam } from "../support/pastConversations.ts";
import { drawing } from "../support/workflowBuilder.ts";

let journey: Journey;
afterEach(() => journey.end());

const dayMs = 86_400_000;
const began = Date.parse("2026-03-02T09:00:00Z");
const texts = ["Where is my refund?", "A wrong invoice", "Hello there"];

/** Sixty days, a conversation each; teammates gave every other one to the team after 47 minutes. */
const archive = (team: string) =>
  Array.from({ length: 60 }, (_, index) =>
    pastConversation({
      id: `${1000 + index}`,
      text: texts[index % 3] ?? "",
      at: began + index * dayMs,
      later: [toTeam(index % 2 === 0 ? team : "1", teammate, 47)],
    }),
  );

const routing = (words: string[], team: string) =>
  drawing(
    {
      start: ["intercom.conversationStarted", { channel: "any" }],
      check: [
        "logic.if",
        { when: { match: "any", rules: [{ ref: "message.text", operator: "mentions", operand: words }] } },
      ],
      assign: ["intercom.assign", { to: { list: "teams", id: team } }],
    },
    ["start.next>check", "check.yes>assign"],
  );

const filled = (words: string, values: Record<string, string | number>) =>
  words.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));

describe.each(inTurn("es"))("a report and a ballot, in %s", (language) => {
  const { reports, ballot, editor } = language === "en" ? en : es;

  it(
    "tells what a workflow would have done, opens what stands behind each figure, and lets people vote on a draft",
    { timeout: 180_000 },
    async () => {
      journey = await startJourney(language, { owner: true, dark: language === "es" });
      const { page, program } = journey;
      const teams = async () => (await program.call(routes.getLists, {})).lists.teams;
      await expect.poll(async () => (await teams()).length, { timeout: 10_000 }).toBeGreaterThan(0);
      const [team] = await teams();
      if (!team) throw new Error("the practice workspace has no team");
      fillArchive(program.folder, archive(team.id));
      const document = routing(["refund"], team.id);
      const { id } = await program.call(routes.createWorkflow, { body: { name: "Refunds", document } });
      await program.call(routes.publish, { params: { id }, body: { revision: 1 } });
      await signIn(journey);

      await page.goto(`${program.url}/workflows/${id}`);
      await page.getByRole("link", { name: reports.report, exact: true }).click();
      await page.getByText(reports.none, { exact: true }).waitFor();
      await expectSound(journey);
      await page.getByRole("button", { name: reports.simulate, exact: true }).click();
      await page.getByRole("heading", { name: reports.forecast }).waitFor();
      // Of 60, 20 mention a refund; teammates gave ten of them to the team.
      const headline = page.locator("p", { hasText: team.name }).first();
      await headline.getByRole("link", { name: "20", exact: true }).waitFor();
      await expectSound(journey);
      await journey.picture(`${language}-report`);
      await headline.getByRole("link", { name: "10", exact: true }).click();
      const panel = page.getByRole("dialog");
      await panel.getByText(filled(reports.count_other, { n: 10 }), { exact: true }).waitFor();
      expect(await panel.getByRole("listitem").count()).toBe(10);
      await panel.getByRole("button", { name: reports.thread }).first().click();
      await panel
        .getByRole("list")
        .getByText(texts[0] ?? "")
        .nth(1)
        .waitFor();
      await expectSound(journey);
      await page.keyboard.press("Escape");
      await panel.waitFor({ state: "detached" });
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: reports.exportCsv, exact: true }).click(),
      ]);
      const lines = (await readFile(await file.path(), "utf8")).trim().split("\r\n");
      expect(lines.length).toBe(61);
      expect(lines.filter((line) => line.includes(reports.band_confirmed)).length).toBe(10);

      // The draft takes invoices too: twenty more conversations change.
      const wider = routing(["refund", "invoice"], team.id);
      await program.call(routes.saveDraft, { params: { id }, body: { document: wider, revision: 1 } });
      const openPublish = async () => {
        await page.goto(`${program.url}/workflows/${id}`);
        await page.getByRole("button", { name: editor.publish, exact: true }).click();
      };
      await openPublish();
      await panel.getByText(filled(ballot.changed_other, { total: 60, n: 20 })).waitFor();
      await panel.getByText(filled(ballot.tally, { better: 0, worse: 0, same: 0, open: 20 })).waitFor();
      await expectSound(journey);
      await panel.getByRole("link", { name: ballot.open }).click();
      const whole = page.getByRole("group", { name: ballot.voteAll });
      await whole.getByRole("button", { name: ballot.better }).click();
      await whole.getByRole("button", { name: ballot.better, pressed: true }).waitFor();
      await page.getByRole("button", { name: ballot.show }).click();
      await page
        .getByRole("group", { name: filled(ballot.voteOne, { name: "Ada Byron" }) })
        .first()
        .getByRole("button", { name: ballot.worse })
        .click();
      const told = filled(ballot.brokenSome, { broken: 1, n: 20 });
      await page.getByText(told).waitFor();
      await expectSound(journey);
      await journey.picture(`${language}-ballot`);

      await openPublish();
      await panel.getByText(filled(ballot.tally, { better: 19, worse: 1, same: 0, open: 0 })).waitFor();
      await panel.getByText(told).waitFor();
      await expectSound(journey);
      await journey.picture(`${language}-ballot-publish`);
    },
  );
});
