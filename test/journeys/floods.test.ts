import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { en } from "#client/i18n/en.ts";
import { es } from "#client/i18n/es.ts";
import { routes } from "#shared/api/routes.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { inTurn } from "../support/inTurn.ts";
import { expectSound, type Journey, signIn, startJourney } from "../support/journey.ts";
import { drawing } from "../support/workflowBuilder.ts";

const catalogues = { en, es };
type Step = [type: string, config: WorkflowDocument["nodes"][number]["config"]];

const leadCreated: Step = ["intercom.leadCreated", {}];
const note: Step = ["intercom.noteContact", { note: ["Welcome"] }];
const newLead: Step = [
  "intercom.createContact",
  { role: "lead", email: ["again-", { ref: "contact.email", fallback: "x@mail.example" }] },
];
/** Makes a lead for every lead that is made. */
const ring = drawing({ start: leadCreated, note, act: newLead }, ["start.next>note", "note.next>act"]);

describe.each(inTurn("es"))("a workflow that runs away, in %s", (language) => {
  const words = catalogues[language];
  let journey: Journey;
  beforeEach(async () => {
    journey = await startJourney(language, { owner: true, dark: language === "es" });
    await signIn(journey);
  });
  afterEach(async () => {
    await journey.picture(`${language}-floods-last`);
    await journey.end();
  });

  async function publish(name: string, document: WorkflowDocument): Promise<string> {
    const { program } = journey;
    const { id } = await program.call(routes.createWorkflow, { body: { name, document } });
    await program.call(routes.publish, { params: { id }, body: { revision: 1 } });
    return id;
  }
  const turnOn = (id: string) => journey.program.call(routes.setMode, { params: { id }, body: { mode: "on" } });
  const ringed = () => journey.page.locator('.react-flow__node [data-ring="true"]').count();

  it("is shown as a ring before it is published, when it was paused, with why and what to do, and at limits that people set", async () => {
    const { page, program } = journey;
    const id = await publish("Welcome", ring);
    await page.goto(`${program.url}/workflows/${id}`);
    await page.getByText(words.editor.ringSelf, { exact: true }).waitFor();
    expect(await ringed()).toBe(3);
    await expectSound(journey);
    await journey.picture(`${language}-floods-ring`);
    await page.getByRole("button", { name: words.editor.publish, exact: true }).click();
    const says = { en: /starts this workflow again/, es: /vuelve a iniciar este flujo/ }[language];
    await page.getByRole("dialog").getByText(says).waitFor();
    await page.keyboard.press("Escape");

    await turnOn(id);
    const begin = await publish(
      "Begin",
      drawing({ start: ["logic.byHand", { for: "contact" }], act: newLead }, ["start.next>act"]),
    );
    const { contacts } = await program.call(routes.listPracticeContacts, {});
    const ids = contacts.slice(0, 1).map((contact) => contact.id);
    await program.call(routes.runByHand, { params: { id: begin }, body: { kind: "contact", ids } });

    // The open editor hears of it by itself.
    const bar = page.getByRole("region", { name: words.editor.paused });
    await bar.waitFor();
    const why = { en: /8 times in a row/, es: /8 veces seguidas/ }[language];
    await bar.getByText(why).waitFor();
    expect(await ringed()).toBe(3);
    await expect.poll(() => page.getByRole("radio", { name: words.editor.modeOff }).isChecked()).toBe(true);
    await expectSound(journey);
    await journey.picture(`${language}-floods-paused`);

    await bar.getByRole("link", { name: words.editor.pausedRuns }).click();
    await page.waitForURL(`**/runs?workflow=${id}`);
    await page.getByText(why).first().waitFor();
    await page.goto(`${program.url}/workflows`);
    await page.getByText(why).waitFor();
    await expectSound(journey);
    await journey.picture(`${language}-floods-list`);

    await page.goto(`${program.url}/workflows/${id}`);
    await bar.getByRole("button", { name: words.editor.pausedTurnOn }).click();
    await bar.waitFor({ state: "detached" });
    expect((await program.call(routes.getWorkflow, { params: { id } })).mode).toBe("on");

    await page.goto(`${program.url}/settings`);
    const actions = page.getByRole("textbox", { name: words.settings.limit_actions });
    await expect.poll(() => actions.inputValue()).toBe("10");
    await actions.fill("0");
    await page.getByText(words.settings.limitRange.replace("{{most}}", "1000")).waitFor();
    await actions.fill("25");
    await expectSound(journey);
    await journey.picture(`${language}-floods-limits`);
    await page.getByRole("button", { name: words.settings.limitsSave, exact: true }).click();
    await page.getByText(words.settings.limitsSaved, { exact: true }).waitFor();
    expect(await program.call(routes.getLimits, {})).toEqual({ actions: 25, runs: 200 });
    await page.reload();
    await expect.poll(() => actions.inputValue()).toBe("25");
  });
});
