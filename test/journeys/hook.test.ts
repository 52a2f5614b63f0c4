import { afterEach, describe, expect, it } from "vitest";
import { en } from "#client/i18n/en.ts";
import { es } from "#client/i18n/es.ts";
import { routes } from "#shared/api/routes.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { inTurn } from "../support/inTurn.ts";
import { expectSound, type Journey, signIn, startJourney } from "../support/journey.ts";

let journey: Journey;
afterEach(async () => {
  await journey.picture("hook-last");
  await journey.end();
});

describe.each(inTurn("en"))("another tool calls, in %s", (language) => {
  const words = language === "en" ? en : es;
  const kind = (type: string) => registry.get(type)?.label[language] ?? type;

  it("is set up with a test call, picked from, published, turned on, and starts a run with its values", async () => {
    journey = await startJourney(language, { owner: true });
    await signIn(journey);
    const { page, program } = journey;
    const { contacts } = await program.call(routes.listPracticeContacts, {});
    const contact = contacts[0];
    const order = (total: string) => ({
      order: { id: 1001, total, paid: true, created_at: "2026-11-25T10:00:00Z", customer_id: contact?.id },
      tags: ["new", "gift"],
      items: [{ title: "Blue cup", quantity: 2 }],
      note: null,
    });
    const button = (name: string) => page.getByRole("button", { name, exact: true });
    const settings = page.locator("section:has(h2)");

    // The trigger is found by the name of the tool, and put on an empty canvas: it has an address at once.
    const created = await program.call(routes.createWorkflow, { body: { name: "Orders" } });
    await page.goto(`${program.url}/workflows/${created.id}`);
    const palette = page.getByRole("complementary", { name: words.editor.palette });
    await palette.getByRole("searchbox").or(palette.getByRole("textbox")).fill("shopify");
    await palette.getByRole("button", { name: kind("logic.webhook"), exact: true }).click();
    const address = settings.getByLabel(words.hooks.address, { exact: true });
    await expect.poll(() => address.inputValue()).toMatch(/\/hooks\/[\w-]{32}$/);
    await settings.getByText(words.hooks.waiting).waitFor();
    await expectSound(journey);
    await journey.picture(`${language}-hook-waiting`);

    // A call without the secret is refused, and that is seen; one with it is shown as a list of values.
    const url = await address.inputValue();
    const call = (body: unknown, authorization: string) =>
      fetch(url, { method: "POST", body: JSON.stringify(body), headers: { authorization } });
    await page.getByText(words.editor.saved, { exact: true }).waitFor();
    expect((await call(order("12.50"), "")).status).toBe(401);
    await settings.getByText(words.hooks.refused_unproved).waitFor();
    await button(words.hooks.showSecret).click();
    const header = settings.getByLabel(words.hooks.headerValue, { exact: true });
    await header.waitFor();
    const shown = await header.inputValue();
    expect((await call(order("12.50"), shown)).status).toBe(200);
    const received = settings.getByRole("list", { name: words.hooks.received });
    await received.getByText("items › 1 › title").waitFor();
    await expect.poll(() => settings.getByText(words.hooks.refused_unproved).count()).toBe(0);
    await expectSound(journey);
    await journey.picture(`${language}-hook-received`);

    // Values are picked, and given names of one's own; one is put back.
    const pick = (path: string) => received.getByRole("checkbox", { name: path }).check();
    await pick("order › total");
    await pick("order › customer_id");
    await pick("tags");
    await pick("order › created_at");
    const picked = (name: string) => settings.getByRole("listitem", { name, exact: true });
    await picked("Total").getByLabel(words.hooks.name).fill("Order total");
    await picked("Customer id").getByLabel(words.hooks.name).fill("Buyer");
    await settings.getByRole("button", { name: words.hooks.remove.replace("{{name}}", "Tags") }).click();
    await expectSound(journey);
    await journey.picture(`${language}-hook-picked`);

    // A step after it uses them.
    const before = page.locator(`.react-flow__node[aria-label^="${kind("logic.webhook")}."]`);
    await before.focus();
    await page.keyboard.press("a");
    await page.keyboard.type(kind("intercom.noteContact"));
    await page.keyboard.press("Enter");
    const note = { en: "Note", es: "Nota" }[language];
    const insert = async (setting: string, value: string) => {
      await settings.getByRole("button", { name: words.inspector.addValueTo.replace("{{label}}", setting) }).click();
      await page.getByRole("combobox", { name: words.inspector.searchValues }).fill(value);
      await page.keyboard.press("Enter");
    };
    await settings.getByRole("textbox", { name: note, exact: true }).click();
    await page.keyboard.type("Paid: ");
    await insert(note, "Order total");
    await settings.getByText("Paid: 12.5", { exact: true }).waitFor();
    await button(words.inspector.more).click();
    await insert({ en: "Which customer", es: "Qué cliente" }[language], "Buyer");
    await expectSound(journey);
    await journey.picture(`${language}-hook-note`);
    await page.getByText(words.editor.saved, { exact: true }).waitFor();

    // Before it is published a call is kept, and starts nothing. A value that is missing is told.
    const { tags, ...less } = order("7.25");
    const bare = { ...less, order: { ...less.order, created_at: "soon", total: undefined } };
    expect(await (await call(bare, shown)).json()).toEqual({ message: expect.stringContaining("not published") });
    await before.click();
    await picked("Order total").getByText(words.hooks.missing).waitFor();
    await picked("Created at").getByText(words.hooks.wrongType.replace("{{value}}", "soon")).waitFor();
    await expectSound(journey);
    await journey.picture(`${language}-hook-missing`);
    await settings.getByRole("button", { name: words.hooks.remove.replace("{{name}}", "Created at") }).click();
    await page.getByText(words.editor.saved, { exact: true }).waitFor();

    await button(words.editor.publish).click();
    await button(words.editor.publishDo.replace("{{number}}", "1")).click();
    await button(words.editor.turnOn).click();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    expect(await (await call({ ...order("99.90"), tags }, shown)).json()).toEqual({
      message: "The workflow has started.",
    });

    // The run is known by what it was given, and did it.
    await page.getByRole("link", { name: words.frame.runs }).click();
    await page.getByRole("link", { name: `99.9, ${contact?.id}` }).click();
    await page.waitForURL("**/runs/*");
    const done = { en: "Noted on the customer “Paid: 99.9”", es: "Anotó en el cliente «Paid: 99.9»" }[language];
    await page.locator(".react-flow__node").filter({ hasText: done }).waitFor();
    await before.click();
    await page.getByText("Buyer", { exact: true }).waitFor();
    await expectSound(journey);
    await journey.picture(`${language}-hook-run`);

    // Another secret: the one before it counts no more.
    await page.goto(`${program.url}/workflows/${created.id}`);
    await before.click();
    await button(words.hooks.changeSecret).click();
    await expectSound(journey);
    await journey.picture(`${language}-hook-secret`);
    await button(words.hooks.makeSecretDo).click();
    await header.waitFor();
    expect(await header.inputValue()).not.toBe(shown);
    expect((await call(order("1.00"), shown)).status).toBe(401);
    expect((await call(order("1.00"), await header.inputValue())).status).toBe(200);
    expect(journey.complaints()).toEqual([]);
  });
});
