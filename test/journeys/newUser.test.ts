import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { en } from "#client/i18n/en.ts";
import { es } from "#client/i18n/es.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { languages } from "#shared/language/text.ts";
import { routes } from "#shared/api/routes.ts";
import { inTurn } from "../support/inTurn.ts";
import { expectSound, type Journey, signIn, startJourney } from "../support/journey.ts";

const catalogues = { en, es };
/** What somebody types who has read nothing. */
const typed = {
  en: {
    hours: "business hours",
    turns: "round robin",
    reply: "answer the customer",
    closed: "We are closed now.",
    again: "Is it solved?",
  },
  es: {
    hours: "horario",
    turns: "rotar",
    reply: "contestar",
    closed: "Ahora estamos cerrados.",
    again: "¿Está resuelto?",
  },
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

  const words = catalogues[language];
  const message = { en: "Message", es: "Mensaje" }[language];
  const label = (type: string) => registry.get(type)?.label[language] ?? type;
  const card = (type: string) => journey.page.locator(".react-flow__node").filter({ hasText: label(type) });
  const button = (name: string) => journey.page.getByRole("button", { name, exact: true });
  const field = (name: string) =>
    journey.page
      .getByRole("textbox", { name, exact: true })
      .or(journey.page.getByRole("combobox", { name, exact: true }))
      .first();
  /** Begins a workflow with a trigger, and looks for a step to come after it. */
  const begin = async (trigger: string) => {
    await button(words.workflows.new).click();
    await button(label(trigger)).last().click();
    await card(trigger).focus();
    await journey.page.keyboard.press("a");
  };
  /** Looks for a step to come after an exit of the step that was added last. */
  const after = async (type: string, exit: string) => {
    const last = card(type).last();
    await last.hover();
    const named = words.editor.addAfterExit.replace("{{step}}", label(type)).replace("{{exit}}", exit);
    await last.getByRole("button", { name: named }).click();
  };
  /** Finds a step by words that it is not called by. */
  const search = async (asked: string, type: string) => {
    const before = await card(type).count();
    await journey.page.getByRole("combobox", { name: words.editor.searchSteps }).fill(asked);
    await journey.page.getByRole("option", { name: label(type), exact: true }).click();
    await expect.poll(() => card(type).count()).toBe(before + 1);
  };
  const publish = async () => {
    await button(words.editor.publish).click();
    await button(words.editor.publishDo.replace("{{number}}", "1")).click();
    await button(words.editor.turnOn).click();
    await journey.page.getByRole("dialog").waitFor({ state: "hidden" });
  };

  it("has conversations taken in turns in office hours, and answered that we are closed outside them", async () => {
    const { page, program } = journey;
    await begin("intercom.conversationStarted");
    await search(typed[language].hours, "logic.officeHours");
    await expectSound(journey);

    await after("logic.officeHours", { en: "open", es: "abierto" }[language]);
    await search(typed[language].turns, "intercom.takeTurns");
    await field({ en: "Team", es: "Equipo" }[language]).click();
    await page.getByRole("option", { name: "Support" }).click();
    await card("intercom.takeTurns").filter({ hasText: "Support" }).waitFor();

    await after("logic.officeHours", { en: "closed", es: "cerrado" }[language]);
    await search(typed[language].reply, "intercom.reply");
    await field(message).click();
    await page.keyboard.type(typed[language].closed);
    await card("intercom.reply").filter({ hasText: typed[language].closed }).waitFor();
    await expectSound(journey);
    await journey.picture(`${language}-new-user`);

    await publish();

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

  it.runIf(inTurn("es").includes(language))("tags VIPs", async () => {
    const { page, program } = journey;
    await begin("intercom.conversationStarted");
    await search({ en: "check", es: "comprobar" }[language], "logic.if");
    await page.getByRole("button", { name: new RegExp(`^${words.inspector.ruleValue}: `) }).click();
    await page.getByRole("combobox", { name: words.inspector.searchValues }).fill("plan");
    await page.locator('[role="option"][data-combobox-selected]').click();
    await page.getByRole("combobox", { name: words.inspector.operand }).fill("Enterprise");
    await page.keyboard.press("Enter");
    await card("logic.if").filter({ hasText: "Enterprise" }).waitFor();
    await after("logic.if", { en: "yes", es: "sí" }[language]);
    await search({ en: "label", es: "marcar" }[language], "intercom.tag");
    await field({ en: "Tag", es: "Etiqueta" }[language]).click();
    await page.getByRole("option", { name: "VIP", exact: true }).click();
    await card("intercom.tag").filter({ hasText: "VIP" }).waitFor();
    await expectSound(journey);
    await publish();

    const { contacts } = await program.call(routes.listPracticeContacts, {});
    const tagsOf = async (plan: (plan: string | null) => boolean) => {
      const contactId = contacts.find((each) => plan(each.plan))?.id ?? "";
      const { id } = await program.call(routes.startPracticeConversation, { body: { contactId, body: "Hello" } });
      await expect
        .poll(async () => (await program.call(routes.listRuns, { query: { conversation: id } })).runs[0]?.status)
        .toBe("done");
      return (await program.call(routes.getPracticeConversation, { params: { id } })).tags;
    };
    expect(await tagsOf((plan) => plan === "Enterprise")).toEqual(["VIP"]);
    expect(await tagsOf((plan) => plan !== "Enterprise")).toEqual([]);
  });

  it.runIf(inTurn("en").includes(language))("asks again after 2 days and closes after 5", async () => {
    const { page, program } = journey;
    const late = { en: "time is over", es: "se acabó el tiempo" }[language];
    const waits = { en: "no response", es: "sin respuesta" }[language];
    await begin("intercom.teammateReplied");
    await search(waits, "logic.waitFor");
    await after("logic.waitFor", late);
    await search(typed[language].reply, "intercom.reply");
    await field(message).click();
    await page.keyboard.type(typed[language].again);
    await card("intercom.reply").filter({ hasText: typed[language].again }).waitFor();
    await card("intercom.reply").focus();
    await page.keyboard.press("a");
    await search(waits, "logic.waitFor");
    const days = page.getByRole("textbox", { name: { en: "Amount", es: "Cantidad" }[language] }).last();
    await days.fill("3");
    await page.keyboard.press("Tab");
    await after("logic.waitFor", late);
    await search({ en: "solve", es: "resolver" }[language], "intercom.close");
    await expectSound(journey);
    await journey.picture(`${language}-new-user-asks-again`);
    await publish();
    const { workflows } = await program.call(routes.listWorkflows, {});
    const { draft } = await program.call(routes.getWorkflow, { params: { id: workflows[0]?.id ?? "" } });
    const { nodes, edges } = draft.document;
    expect(nodes.map(({ type, config }) => [type, config["most"]])).toEqual([
      ["intercom.teammateReplied", undefined],
      ["logic.waitFor", { amount: 2, unit: "days" }],
      ["intercom.reply", undefined],
      ["logic.waitFor", { amount: 3, unit: "days" }],
      ["intercom.close", undefined],
    ]);
    expect(edges.map(({ outlet }) => outlet)).toEqual(["next", "late", "next", "late"]);
  });
});
