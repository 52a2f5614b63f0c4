import { afterEach, describe, expect, it } from "vitest";
import { en } from "#client/i18n/en.ts";
import { es } from "#client/i18n/es.ts";
import { routes } from "#shared/api/routes.ts";
import { inTurn } from "../support/inTurn.ts";
import { type Journey, expectSound, openStep, signIn, startJourney } from "../support/journey.ts";

let journey: Journey;
afterEach(() => journey.end());

const document = {
  format: 1 as const,
  nodes: [
    { id: "reply", type: "intercom.reply", config: { message: ["Shall we?"], whenTaken: "skip" } },
    { id: "event", type: "intercom.trackEvent", config: { event: ["asked"] } },
    { id: "update", type: "intercom.updateContact", config: {} },
  ],
  edges: [],
  layout: [
    { node: "reply", x: 0, y: 0 },
    { node: "event", x: 320, y: 0 },
    { node: "update", x: 640, y: 0 },
  ],
};

describe.each(inTurn("es"))("settings of several rows, in %s", (language) => {
  const { inspector: words, editor } = language === "en" ? en : es;

  it("are filled in, taken out and kept, with names that a screen reader can tell apart", async () => {
    journey = await startJourney(language, { owner: true });
    await signIn(journey);
    const { page, program } = journey;
    const { id } = await program.call(routes.createWorkflow, { body: { name: "Rows", document } });
    await page.goto(`${program.url}/workflows/${id}`);
    const configOf = async (node: string) => {
      const { draft } = await program.call(routes.getWorkflow, { params: { id } });
      return draft.document.nodes.find((each) => each.id === node)?.config ?? {};
    };
    const open = async (node: string) => {
      await openStep(page, node);
      await page.getByRole("button", { name: words.close }).waitFor();
    };
    const add = (name: string) => page.getByRole("button", { name, exact: true }).click();

    await open("reply");
    await page.getByRole("button", { name: words.more }).click();
    await add(words.addText);
    await page.getByRole("textbox", { name: words.textPlace.replace("{{place}}", "1") }).fill("Yes, please");
    await add(words.addText);
    await page.getByRole("textbox", { name: words.textPlace.replace("{{place}}", "2") }).fill("No");
    await expectSound(journey);
    await page.getByRole("button", { name: words.removeText.replace("{{place}}", "2") }).click();
    await expect.poll(async () => (await configOf("reply"))["quickReplies"]).toEqual(["Yes, please"]);

    await open("event");
    await add(words.addPair);
    await page.getByRole("textbox", { name: words.pairName, exact: true }).fill("plan");
    await page.getByRole("textbox", { name: words.pairValue, exact: true }).fill("Gold");
    await expectSound(journey);
    await journey.picture(`${language}-rows-pairs`);
    await expect.poll(async () => (await configOf("event"))["metadata"]).toEqual([{ name: "plan", value: ["Gold"] }]);

    await open("update");
    await add(words.addAttribute);
    const attribute = page.getByRole("combobox", { name: words.chooseAttributes.replace("{{place}}", "1") });
    await attribute.click();
    await page.getByRole("option").first().click();
    await expectSound(journey);
    await journey.picture(`${language}-rows-attributes`);
    await page.getByText(editor.saved, { exact: true }).waitFor();
    await expect.poll(async () => (await configOf("update"))["attributes"]).toHaveLength(1);
  });
});
