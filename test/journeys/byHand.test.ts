import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { en } from "#client/i18n/en.ts";
import { es } from "#client/i18n/es.ts";
import { routes } from "#shared/api/routes.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { nextTimes, Timetable } from "#shared/schedule/timetable.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { inTurn } from "../support/inTurn.ts";
import { type Journey, expectSound, openStep, signIn, startJourney } from "../support/journey.ts";
import { drawing } from "../support/workflowBuilder.ts";

const catalogues = { en, es };
const vip = "7740110";

const fill = (sentence: string, values: Record<string, string | number>) =>
  sentence.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ""));

describe.each(inTurn("es"))("what a person or the clock sets off, in %s", (language) => {
  const words = catalogues[language];
  let journey: Journey;
  beforeEach(async () => {
    journey = await startJourney(language, { owner: true });
    await signIn(journey);
  });
  afterEach(async () => {
    await journey.picture(`${language}-byHand-last`);
    await journey.end();
  });

  async function publish(name: string, document: WorkflowDocument): Promise<string> {
    const { program } = journey;
    const { id } = await program.call(routes.createWorkflow, { body: { name, document } });
    await program.call(routes.publish, { params: { id }, body: { revision: 1 } });
    return id;
  }
  const button = (name: string) => journey.page.getByRole("button", { name, exact: true });
  const choose = async (label: string, option: string) => {
    await journey.page.getByRole("combobox", { name: label, exact: true }).click();
    await journey.page.getByRole("option", { name: option, exact: true }).click();
  };

  it("tells the next times of a schedule while it is set, and keeps what was set", async () => {
    const { page, program } = journey;
    const saved = { zone: "Europe/Madrid", days: ["monday"], times: ["09:00"] };
    const document = drawing(
      {
        due: ["logic.scheduleContacts", { ...registry.get("logic.scheduleContacts")?.fresh, when: saved }],
        hand: ["logic.byHand", {}],
      },
      [],
    );
    const { id } = await program.call(routes.createWorkflow, { body: { name: "Monthly", document } });
    await page.goto(`${program.url}/workflows/${id}`);
    // What is not set shows what that means.
    await openStep(page, "hand");
    await expect.poll(() => page.getByRole("radio", { name: words.byHand.conversation }).isChecked()).toBe(true);
    await openStep(page, "due");
    const list = page.getByRole("list", { name: words.inspector.nextTimes });
    await list.waitFor();
    await expectSound(journey);

    const shown = async (timetable: unknown) => {
      const format = new Intl.DateTimeFormat(language, {
        dateStyle: "full",
        timeStyle: "short",
        timeZone: "Europe/Madrid",
      });
      const expected = nextTimes(Timetable.parse(timetable), Date.now(), 5).map((at) => format.format(at));
      await expect.poll(() => list.getByRole("listitem").allTextContents()).toEqual(expected);
      await page.getByText(words.editor.saved, { exact: true }).waitFor();
      const { draft } = await program.call(routes.getWorkflow, { params: { id } });
      expect(draft.document.nodes.find((node) => node.id === "due")?.config["when"]).toEqual(timetable);
    };
    await shown(saved);

    await choose(words.inspector.repeats, words.inspector.repeats_month);
    const monthly = { every: "month", zone: "Europe/Madrid", times: ["09:00"] };
    await shown({ ...monthly, on: { is: "date", date: 1 } });
    await choose(words.inspector.monthDay, words.inspector.monthDay_weekday);
    await choose(words.inspector.monthPlace, words.inspector.place_last);
    await choose(words.inspector.monthWeekday, words.inspector.day_friday);
    await shown({ ...monthly, on: { is: "weekday", place: "last", weekday: "friday" } });
    await expectSound(journey);
    await journey.picture(`${language}-schedule-month`);

    await choose(words.inspector.repeats, words.inspector.repeats_step);
    const amount = page.getByRole("textbox", { name: words.inspector.amount, exact: true });
    await choose(words.inspector.unit, words.inspector.unit_minutes_one);
    await amount.fill("4");
    await page.getByText(words.inspector.stepRule).waitFor();
    await amount.fill("45");
    await page.getByRole("checkbox", { name: words.inspector.onlyBetween }).check();
    await shown({
      every: "step",
      zone: "Europe/Madrid",
      days: ["monday", "tuesday", "wednesday", "thursday", "friday"],
      step: { amount: 45, unit: "minutes" },
      between: { from: "09:00", to: "17:00" },
    });
    await expectSound(journey);
    await journey.picture(`${language}-schedule-step`);
  });

  it("runs a workflow on two customers who are found by name, and shows what became of it", async () => {
    const { page, program } = journey;
    const name = "Welcome back";
    const workflow = await publish(
      name,
      drawing({ start: ["logic.byHand", { for: "contact" }], tag: ["intercom.tagContact", { tag: vip }] }, [
        "start.next>tag",
      ]),
    );
    await page.reload();
    await button(fill(words.workflows.more, { name })).click();
    await page.getByRole("menuitem", { name: words.byHand.menu }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("checkbox", { name: words.byHand.all }).waitFor();
    await expectSound(journey);
    const search = dialog.getByRole("searchbox", { name: words.byHand.search_contact });
    await search.fill("nobody of that name");
    await dialog.getByText(fill(words.byHand.noMatch, { words: "nobody of that name" })).waitFor();
    for (const person of ["Dolores", "Wade"]) {
      await search.fill(person);
      await expect.poll(() => dialog.getByRole("listitem").count()).toBe(1);
      await dialog.getByRole("checkbox", { name: new RegExp(person) }).check();
    }
    await dialog
      .getByText(fill(words.byHand.chosen_other, { count: 2, names: "Dolores Quiñones, Wade Hollister" }))
      .waitFor();
    await journey.picture(`${language}-byHand-dialog`);
    await button(fill(words.byHand.run_contact_other, { count: 2 })).click();
    await dialog.getByText(fill(words.byHand.progress_other, { started: 2, count: 2 })).waitFor();
    await expectSound(journey);
    await journey.picture(`${language}-byHand-started`);

    await dialog.getByRole("link", { name: words.byHand.seeRuns }).click();
    await page.waitForURL(`**/runs?workflow=${workflow}`);
    await page.getByRole("link", { name: "Dolores Quiñones" }).waitFor();
    await page.getByRole("link", { name: "Wade Hollister" }).click();
    await page
      .locator(".react-flow__node")
      .filter({ hasText: { en: "Tagged the customer with VIP", es: "Etiquetó al cliente con VIP" }[language] })
      .waitFor();
    await page.getByText("Wade Hollister").waitFor();
    await expectSound(journey);
    await journey.picture(`${language}-byHand-run`);
    const { runs } = await program.call(routes.listRuns, { query: { workflow } });
    expect(runs.map(({ status }) => status)).toEqual(["done", "done"]);
  });

  it("runs a workflow on conversations that are ticked in the list, and forgets the ticks", async () => {
    const { page, program } = journey;
    await page.goto(`${program.url}/conversations`);
    await page.getByRole("list", { name: words.conversations.title }).waitFor();
    expect(await page.getByRole("checkbox").count()).toBe(0);
    const workflow = await publish(
      "Mark as read",
      drawing({ start: ["logic.byHand", {}], read: ["intercom.markRead", {}] }, ["start.next>read"]),
    );
    // The stream tells of the new workflow, and the boxes appear by themselves.
    const all = page.getByRole("checkbox", { name: words.conversations.tickAll });
    await all.waitFor();
    await page.getByRole("checkbox").nth(1).check();
    await page.getByRole("checkbox").nth(3).check();
    await page.getByText(fill(words.conversations.ticked_other, { count: 2 })).waitFor();
    await expectSound(journey);
    await journey.picture(`${language}-byHand-ticked`);
    await button(words.byHand.onThese).click();
    await expectSound(journey);
    await button(fill(words.byHand.run_conversation_other, { count: 2 })).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText(fill(words.byHand.progress_other, { started: 2, count: 2 })).waitFor();
    await dialog.getByRole("button", { name: words.frame.close, exact: true }).last().click();
    await expect.poll(() => page.getByRole("checkbox", { checked: true }).count()).toBe(0);
    await all.check();
    const count = await page.getByRole("list", { name: words.conversations.title }).getByRole("listitem").count();
    await page.getByText(fill(words.conversations.ticked_other, { count })).waitFor();
    const { runs } = await program.call(routes.listRuns, { query: { workflow } });
    expect(runs.length).toBe(2);
  });
});
