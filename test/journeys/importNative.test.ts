import { afterEach, describe, expect, it } from "vitest";
import { en } from "#client/i18n/en.ts";
import { es } from "#client/i18n/es.ts";
import { inTurn } from "../support/inTurn.ts";
import { expectSound, type Journey, signIn, startJourney } from "../support/journey.ts";

let journey: Journey;
afterEach(() => journey.end());

describe.each(inTurn("es"))("a workflow that was drawn in Intercom, in %s", (language) => {
  const { workflows: words } = language === "en" ? en : es;

  it("is copied by the address of its page; what to look at is said, then it is open", async () => {
    journey = await startJourney(language, { owner: true });
    await signIn(journey);
    const { page } = journey;
    await page.getByRole("button", { name: words.import, exact: true }).click();
    await page.getByRole("menuitem", { name: words.importNative }).click();
    const dialog = page.getByRole("dialog", { name: words.nativeTitle });
    const which = dialog.getByRole("textbox", { name: words.nativeLabel });
    await which.fill("https://app.intercom.com/a/apps/x/workflows/11111");
    await page.keyboard.press("Enter");
    await dialog.getByRole("alert").waitFor();
    // A refusal is an answer that the browser itself also remarks upon.
    expect(journey.complaints()).toEqual([expect.stringMatching(/422/)]);
    await expectSound(journey);

    await which.fill("https://app.intercom.com/a/apps/x/workflows/67890/edit");
    await page.keyboard.press("Enter");
    await dialog.getByRole("listitem").first().waitFor();
    expect(await dialog.getByRole("listitem").count()).toBe(1);
    const note = await dialog.getByRole("listitem").first().innerText();
    await expectSound(journey);
    await journey.picture(`${language}-import-notes`);
    await page.keyboard.press("Enter");
    await page.locator(".react-flow__node").nth(7).waitFor();
    // What did not come over stands at its step as well.
    const [first = ""] = note.split(": ").slice(1);
    await page.locator(".react-flow__node").getByText(first).waitFor();
    expect(page.url()).toMatch(/\/workflows\/[\w-]+$/);
    await journey.picture(`${language}-import-editor`);
    expect(journey.complaints()).toEqual([]);
  });
});
