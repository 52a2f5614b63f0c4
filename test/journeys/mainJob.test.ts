import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { en } from "#client/i18n/en.ts";
import { es } from "#client/i18n/es.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { routes } from "#shared/api/routes.ts";
import { languages } from "#shared/language/text.ts";
import { chooseMode, expectSound, type Journey, modeShown, startJourney } from "../support/journey.ts";
import { owner } from "../support/program.ts";

const catalogues = { en, es };
const message = { en: "I was charged twice and want a refund", es: "Me han cobrado dos veces y quiero un reembolso" };
const word = { en: "refund", es: "reembolso" };

describe.each(languages)("from set-up to a run that can be seen, in %s", (language) => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await startJourney(language);
  });
  afterEach(async () => {
    await journey.picture(`${language}-last`);
    await journey.end();
  });

  it("draws by drag and by keyboard, publishes, turns on, writes as a customer, sees it happen, turns off", async () => {
    const { page, program } = journey;
    const words = catalogues[language];
    const kind = (type: string) => registry.get(type)?.label[language] ?? type;
    const fill = (sentence: string, values: Record<string, string>) =>
      sentence.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? "");
    const button = (name: string) => page.getByRole("button", { name, exact: true });

    // The first visit: nobody but who reads the terminal can claim the server.
    const token = /setup\?token=(\S+)/.exec(program.said())?.[1] ?? "";
    await page.goto(`${program.url}/`);
    await page.waitForURL("**/setup");
    expect(await page.getAttribute("html", "lang")).toBe(language);
    await page.getByLabel(words.session.name).fill("Ana");
    await page.getByLabel(words.session.email).fill(owner.email);
    await page.getByLabel(words.session.password, { exact: true }).fill(owner.password);
    await page.getByLabel(words.session.token).fill(token);
    await expectSound(journey);
    await button(words.session.setUp).click();
    await page.waitForURL("**/workflows");
    await page.getByRole("heading", { name: words.workflows.startTitle }).waitFor();
    await expectSound(journey);
    await journey.picture(`${language}-workflows-empty`);

    // A trigger is dragged on to the canvas.
    await button(words.workflows.new).click();
    await page.waitForURL("**/workflows/*");
    const card = (type: string) => page.locator(".react-flow__node").filter({ hasText: kind(type) });
    const drawing = page.getByRole("application");
    await drawing.waitFor();
    const palette = page.getByRole("complementary", { name: words.editor.palette });
    const drag = async (type: string, x: number, y: number) => {
      const step = palette.getByRole("button", { name: kind(type), exact: true });
      await step.scrollIntoViewIfNeeded();
      const from = await step.boundingBox();
      const to = await drawing.boundingBox();
      if (!from || !to) throw new Error("nothing to drag, or nowhere to drag it to");
      await page.mouse.move(from.x + 20, from.y + 10);
      await page.mouse.down();
      await page.mouse.move(to.x + to.width * x - 30, to.y + to.height * y, { steps: 5 });
      await page.mouse.move(to.x + to.width * x, to.y + to.height * y, { steps: 5 });
      await page.mouse.up();
    };
    await drag("intercom.conversationStarted", 0.2, 0.5);
    await card("intercom.conversationStarted").waitFor();

    // A condition is added after it by keyboard alone, found by a word of its own.
    await card("intercom.conversationStarted").focus();
    await page.keyboard.press("a");
    await page.keyboard.type({ en: "check", es: "comprobar" }[language]);
    await page.keyboard.press("Enter");
    await card("logic.if").waitFor();
    await page.getByRole("combobox", { name: words.inspector.operand }).fill(word[language]);
    await page.keyboard.press("Enter");
    await page.locator(".react-flow__node").filter({ hasText: word[language] }).waitFor();

    // An action is dragged on to the canvas and joined with a line drawn by hand.
    await drag("intercom.assign", 0.85, 0.2);
    await card("intercom.assign").waitFor();
    await card("logic.if")
      .locator(".react-flow__handle-right")
      .first()
      .dragTo(card("intercom.assign").locator(".react-flow__handle-left"));
    await expect.poll(() => page.locator(".react-flow__edge").count()).toBe(2);

    // Undo and redo; a fault leads to its place; the form sets it right.
    await page.keyboard.press("ControlOrMeta+z");
    await expect.poll(() => page.locator(".react-flow__edge").count()).toBe(1);
    await page.keyboard.press("ControlOrMeta+Shift+z");
    await expect.poll(() => page.locator(".react-flow__edge").count()).toBe(2);
    await button(words.editor.publish).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText(words.editor.publishFaultsTitle).waitFor();
    await journey.picture(`${language}-faults`);
    await dialog
      .getByRole("button")
      .filter({ hasText: kind("intercom.assign") })
      .first()
      .click();
    const assignTo = { en: "Assign to", es: "Asignar a" }[language];
    await page
      .getByRole("textbox", { name: assignTo })
      .or(page.getByRole("combobox", { name: assignTo }))
      .first()
      .click();
    await page.keyboard.type("Billing");
    await page.getByRole("option", { name: "Billing" }).click();
    await card("intercom.assign").filter({ hasText: "Billing" }).waitFor();
    await page.getByText(words.editor.saved, { exact: true }).waitFor();
    await expectSound(journey);
    await journey.picture(`${language}-editor`);

    // A refresh in mid-edit loses nothing.
    await page.reload();
    await card("intercom.assign").filter({ hasText: "Billing" }).waitFor();
    expect(await page.locator(".react-flow__edge").count()).toBe(2);

    await button(words.editor.publish).click();
    await button(fill(words.editor.publishDo, { number: "1" })).click();
    await button(words.editor.turnOn).click();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    const workflow = page.url();

    // Written as a customer; seen in the inbox.
    await page.getByRole("link", { name: words.frame.conversations, exact: true }).click();
    await button(words.conversations.write).click();
    const writing = page.getByRole("dialog");
    await writing.getByRole("combobox").or(writing.getByRole("textbox")).first().click();
    await page.getByRole("option").nth(12).click();
    await writing.getByLabel(words.conversations.message).fill(message[language]);
    await page.keyboard.press("ControlOrMeta+Enter");
    await page.waitForURL("**/conversations/*");
    const assigned = fill(words.thread.eventAssigned, { author: "Switchboard", target: "Billing" });
    await page.getByText(assigned).waitFor();
    await expectSound(journey);
    await journey.picture(`${language}-conversation`);

    // And as a trace on the same canvas.
    await page.getByRole("link", { name: words.conversations.allRuns }).click();
    // The list of conversations has a link of the same name, until this one is there.
    await page.waitForURL("**/runs?*");
    await page.getByRole("heading", { name: words.runs.title }).waitFor();
    await page.getByRole("link", { name: message[language] }).click();
    await page.waitForURL("**/runs/*");
    await card("intercom.assign")
      .filter({ hasText: { en: "Assigned to Billing", es: "Asignada a Billing" }[language] })
      .waitFor();
    await expectSound(journey);
    await journey.picture(`${language}-run`);

    // Off: the next message starts nothing.
    await page.goto(workflow);
    const { name } = (await journey.program.call(routes.listWorkflows, {})).workflows[0] ?? { name: "" };
    await chooseMode(page, words.mode, name, "off");
    await modeShown(page, words.mode, name, words.mode.off);
    await page.getByRole("link", { name: words.frame.conversations, exact: true }).click();
    await button(words.conversations.write).click();
    await writing.getByRole("combobox").or(writing.getByRole("textbox")).first().click();
    await page.getByRole("option").nth(3).click();
    await writing.getByLabel(words.conversations.message).fill(message[language]);
    await page.keyboard.press("ControlOrMeta+Enter");
    await page.getByText(words.conversations.sentNoneOn).waitFor();
    await page.getByText(words.conversations.noRuns).waitFor();
    await page.getByRole("link", { name: words.frame.connections }).click();
    await page.getByText(words.connections.eventNoRuns).first().waitFor();
    await page.getByRole("link", { name: words.frame.runs }).click();
    await expect.poll(() => page.getByRole("link", { name: message[language] }).count()).toBe(1);
    expect(journey.complaints()).toEqual([]);
  });
});
