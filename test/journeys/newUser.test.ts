import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { en } from "#client/i18n/en.ts";
import { es } from "#client/i18n/es.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { languages } from "#shared/language/text.ts";
import { routes } from "#shared/api/routes.ts";
import { expectSound, type Journey, signIn, startJourney } from "../support/journey.ts";

const catalogues = { en, es };
/** What somebody types who has read nothing. */
const typed = {
  en: { hours: "business hours", turns: "round robin", reply: "answer the customer", closed: "We are closed now." },
  es: { hours: "horario", turns: "rotar", reply: "contestar", closed: "Ahora estamos cerrados." },
};

describe.each(languages)("whoever has read nothing, in %s", (language) => {
  let journey: Journey;
  beforeEach(async () => {
    journey = await startJourney(language, { owner: true });
    await signIn(journey);
  });
  afterEach(async () => {
    await journey.picture(`${language}-new-user-last`);
    await journey.end();
  });

  it("has conversations taken in turns in office hours, and answered that we are closed outside them", async () => {
    const { page, program } = journey;
    const words = catalogues[language];
    const label = (type: string) => registry.get(type)?.label[language] ?? type;
    const card = (type: string) => page.locator(".react-flow__node").filter({ hasText: label(type) });
    const button = (name: string) => page.getByRole("button", { name, exact: true });
    const plus = (type: string, exit: string) =>
      card(type).getByRole("button", {
        name: words.editor.addAfterExit.replace("{{step}}", label(type)).replace("{{exit}}", exit),
      });
    const search = async (asked: string, type: string) => {
      await page.getByRole("combobox", { name: words.editor.searchSteps }).fill(asked);
      await page.getByRole("option", { name: label(type), exact: true }).click();
      await card(type).waitFor();
    };

    await button(words.workflows.new).click();
    await button(label("intercom.conversationStarted")).last().click();
    await card("intercom.conversationStarted").focus();
    await page.keyboard.press("a");
    await search(typed[language].hours, "logic.officeHours");
    await expectSound(journey);

    await card("logic.officeHours").hover();
    await plus("logic.officeHours", { en: "open", es: "abierto" }[language]).click();
    await search(typed[language].turns, "intercom.takeTurns");
    const team = page.getByRole("textbox", { name: { en: "Team", es: "Equipo" }[language], exact: true });
    await team
      .or(page.getByRole("combobox", { name: { en: "Team", es: "Equipo" }[language], exact: true }))
      .first()
      .click();
    await page.getByRole("option", { name: "Support" }).click();
    await card("intercom.takeTurns").filter({ hasText: "Support" }).waitFor();

    await card("logic.officeHours").hover();
    await plus("logic.officeHours", { en: "closed", es: "cerrado" }[language]).click();
    await search(typed[language].reply, "intercom.reply");
    await page.getByRole("textbox", { name: { en: "Message", es: "Mensaje" }[language], exact: true }).click();
    await page.keyboard.type(typed[language].closed);
    await card("intercom.reply").filter({ hasText: typed[language].closed }).waitFor();
    await expectSound(journey);
    await journey.picture(`${language}-new-user`);

    await button(words.editor.publish).click();
    await button(words.editor.publishDo.replace("{{number}}", "1")).click();
    await button(words.editor.turnOn).click();
    await page.getByRole("dialog").waitFor({ state: "hidden" });

    const { contacts } = await program.call(routes.listPracticeContacts, {});
    const { id } = await program.call(routes.startPracticeConversation, {
      body: { contactId: contacts[4]?.id ?? "", body: "Hello" },
    });
    // Whether it is office hours now decides which of the two has happened.
    await expect
      .poll(async () => {
        const { teammate, parts } = await program.call(routes.getPracticeConversation, { params: { id } });
        return teammate !== null || parts.some(({ text }) => text === typed[language].closed);
      })
      .toBe(true);
    expect(journey.complaints()).toEqual([]);
  });
});
