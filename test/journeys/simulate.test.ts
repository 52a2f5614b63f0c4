import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { en } from "#client/i18n/en.ts";
import { es } from "#client/i18n/es.ts";
import { routes } from "#shared/api/routes.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { expectSound, type Journey, signIn, startJourney } from "../support/journey.ts";
import { inTurn } from "../support/inTurn.ts";
import { fillArchive, pastConversation, type PastMade } from "../support/pastConversations.ts";
import { drawing } from "../support/workflowBuilder.ts";

const catalogues = { en, es };
const filled = (sentence: string, values: Record<string, string | number>) =>
  sentence.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ""));

/** An Intercom that lists one team, and counts whatever would change something. */
async function startIntercom() {
  let writes = 0;
  const me = { id: "1", name: "Bot", email: "bot@halvero.example", app: { id_code: "app9", name: "Halvero" } };
  const server = createServer((request, response) => {
    if (request.method !== "GET") writes += 1;
    const answer =
      request.url === "/me"
        ? me
        : request.url === "/teams"
          ? { teams: [{ type: "team", id: "7", name: "Billing" }] }
          : {};
    response.setHeader("content-type", "application/json").end(JSON.stringify(answer));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    server,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    writes: () => writes,
  };
}

/** A simulation takes its time where all cores are busy. */
const patiently = { timeout: 20_000 };

const day = 86_400_000;
const began = Date.parse("2025-10-01T08:00:00Z");

/** Every third mentions a refund, every fourth a parcel; of those with a refund every other customer writes again a day later. */
const made = Array.from({ length: 240 }, (_, index): PastMade => {
  const words = [index % 3 === 0 ? "refund" : "", index % 4 === 0 ? "parcel" : ""].filter((word) => word !== "");
  const customer = { type: "user", id: `c-${index}`, name: "Ada Byron" };
  return {
    id: String(1_000 + index),
    text: `Hello, number ${index}: ${words.join(" and ") || "a question"}`,
    at: began + Math.floor(index / 2) * day + (index % 2) * 3_600_000,
    later:
      index % 6 === 0
        ? [{ minutes: 1_440, part_type: "comment", author: customer, body: `Any news about ${index}?` }]
        : [],
  };
});
const refunds = made.filter(({ text }) => text.includes("refund"));
const parcels = made.filter(({ text }) => text.includes("parcel"));

const document = drawing(
  {
    start: ["intercom.conversationStarted", { channel: "any" }],
    about: [
      "logic.if",
      { when: { match: "any", rules: [{ ref: "message.text", operator: "mentions", operand: ["refund"] }] } },
    ],
    assign: ["intercom.assign", { to: { list: "teams", id: "7" } }],
    wait: ["logic.waitFor", { for: ["customerReplied"], most: { amount: 2, unit: "days" } }],
    note: ["intercom.addNote", { note: ["From ", { ref: "company.name" }] }],
    never: [
      "logic.if",
      { when: { match: "all", rules: [{ ref: "message.text", operator: "mentions", operand: ["unicorn"] }] } },
    ],
    dead: ["intercom.close", {}],
  },
  [
    "start.next>about",
    "about.yes>assign",
    "assign.next>wait",
    "wait.customerReplied>note",
    "about.no>never",
    "never.yes>dead",
  ],
);

describe.each(inTurn("en"))("a simulation over past conversations, in %s", (language) => {
  let journey: Journey;
  let intercom: Server;
  afterEach(async () => {
    await journey.picture(`${language}-simulate-last`);
    await journey.end();
    intercom.closeAllConnections();
    intercom.close();
  });

  it(
    "counts on lines and cards while one edits, opens the conversations behind a number, and goes through one; nothing is sent",
    { timeout: 300_000 },
    async () => {
      const { server, url, writes } = await startIntercom();
      intercom = server;
      journey = await startJourney(language, {
        owner: true,
        dark: language === "es",
        environment: { INTERCOM_API_URL: url },
      });
      const { page, program } = journey;
      const { backtest, editor, inspector } = catalogues[language];
      const number = (count: number) => new Intl.NumberFormat(language, { useGrouping: "always" }).format(count);
      await program.call(routes.connect, {
        body: { accessToken: "token-of-a-test", clientSecret: "secret-of-a-test", region: "us" },
      });
      const { id } = await program.call(routes.createWorkflow, { body: { name: "Refunds", document } });

      // Without past conversations it says where they come from.
      await signIn(journey);
      await page.goto(`${program.url}/workflows/${id}`);
      const bring = page.getByRole("link", { name: backtest.import });
      expect(await bring.getAttribute("href")).toBe("/archive");
      await expectSound(journey);

      fillArchive(program.folder, made.map(pastConversation));
      await page.reload();
      const simulate = page.getByRole("button", {
        name: filled(backtest.simulate, { number: number(240) }),
        exact: true,
      });
      await simulate.waitFor();
      expect(await simulate.getAttribute("aria-pressed")).toBe("true");
      const line = (edge: string) => page.locator(`.react-flow__edge[data-id="${edge}"] [data-tally]`);
      const card = (node: string) => page.locator(`.react-flow__node[data-id="${node}"]`);
      const counted = async () => ({
        yes: (await line("about:yes").locator("text").allTextContents())[0],
        no: (await line("about:no").locator("text").allTextContents())[0],
        dead: (await line("never:yes").locator("text").allTextContents())[0],
      });
      const numbers = (yes: number) => ({ yes: number(yes), no: number(240 - yes), dead: "0" });
      await expect.poll(counted, patiently).toEqual(numbers(refunds.length));
      const spanned = filled(backtest.spanned_other, {
        number: number(240),
        ...Object.fromEntries(
          [
            ["from", made[0]?.at],
            ["to", made[239]?.at],
          ].map(([name, at]) => [name, new Intl.DateTimeFormat(language, { dateStyle: "medium" }).format(Number(at))]),
        ),
      });
      await page.getByText(spanned).waitFor();
      // Who cannot see the lines hears the same with each card; a branch that none took is told as such.
      const reached = (count: number) => filled(editor.tallyReached, { number: number(count), total: number(240) });
      expect(await card("assign").getAttribute("aria-label")).toContain(reached(80));
      expect(await card("dead").getAttribute("aria-label")).toContain(reached(0));
      expect(await card("dead").locator("[data-dead=true]").count()).toBeGreaterThan(0);
      await expectSound(journey);
      await journey.picture(`${language}-simulate-counts`);

      // A value that is not there is told where it is used.
      await card("note").click();
      await page
        .getByText(filled(backtest.missingShort, { share: language === "en" ? "100%" : "100\u00a0%" }), { exact: true })
        .waitFor();

      // Another word, and the numbers move; undone, and they are back.
      const show = () => page.getByRole("button", { name: editor.zoomFit }).click();
      await show();
      await card("about").click();
      const operand = page.getByRole("combobox", { name: inspector.operand });
      await operand.fill("parcel");
      await page.keyboard.press("Enter");
      const either = made.filter((each) => refunds.includes(each) || parcels.includes(each));
      await expect.poll(counted, patiently).toEqual(numbers(either.length));
      const undo = () => page.getByRole("button", { name: editor.undo }).click();
      await undo();
      await expect.poll(counted, patiently).toEqual(numbers(refunds.length));

      // The number of the last 30 days alone, and all again.
      await page.getByRole("button", { name: backtest.slice }).click();
      await page.getByRole("radio", { name: filled(backtest.sliceLast, { days: 30 }) }).check();
      const recent = refunds.filter(({ at = 0 }) => at >= (made[239]?.at ?? 0) - 30 * day);
      await expect.poll(async () => (await counted()).yes, patiently).toBe(number(recent.length));
      await page.getByRole("radio", { name: backtest.sliceWhole }).check();
      await expect.poll(counted, patiently).toEqual(numbers(refunds.length));
      await page.keyboard.press("Escape");

      // Behind the number: the same conversations, newest first, each with what the rule saw.
      await show();
      await line("about:yes").click();
      const list = page.getByRole("region", {
        name: filled(backtest.listExit, {
          step: registry.get("logic.if")?.label[language] ?? "",
          exit: language === "en" ? "yes" : "sí",
        }),
      });
      const rows = list.getByRole("listitem").filter({ has: page.getByRole("button") });
      await expect.poll(() => rows.count(), patiently).toBe(50);
      await list.getByRole("button", { name: backtest.listMore }).click();
      await expect.poll(() => rows.count(), patiently).toBe(80);
      const newest = refunds.toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0));
      const listed = await rows.getByRole("button").allTextContents();
      expect(listed.map((words) => /number (\d+)/.exec(words)?.[1])).toEqual(
        newest.map(({ text }) => /number (\d+)/.exec(text)?.[1]),
      );
      await rows
        .first()
        .getByText(language === "en" ? "Message mentions “refund”: yes" : "El mensaje menciona «refund»: sí")
        .waitFor();
      await expectSound(journey);
      await journey.picture(`${language}-simulate-list`);

      // Through one whose customer wrote again a day later, by the arrow keys.
      const place = newest.findIndex(({ later = [] }) => later.length > 0);
      const view = () => page.locator(".react-flow__viewport").getAttribute("style");
      const before = await view();
      await rows.nth(place).getByRole("button").click();
      const clock = page.locator("header time");
      await clock.waitFor();
      expect(await page.getByRole("button", { name: editor.publish }).count()).toBe(0);
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      await page
        .getByText(language === "en" ? "Assigned to Billing" : "Asignada a Billing")
        .first()
        .waitFor();
      await page.keyboard.press("ArrowRight");
      await page.getByText(backtest.waits).waitFor();
      const again = page.locator("[data-later]").filter({ hasText: "Any news about" });
      expect(await again.getAttribute("data-later")).toBe("true");
      await page.keyboard.press("ArrowRight");
      await expect.poll(() => again.getAttribute("data-later"), patiently).toBe("false");
      const aDay = new Intl.NumberFormat(language, { style: "unit", unit: "day", unitDisplay: "long" }).format(1);
      await page.getByText(filled(backtest.later, { time: aDay })).waitFor();
      await expectSound(journey);
      await journey.picture(`${language}-simulate-step`);
      await page.keyboard.press("ArrowLeft");
      await expect.poll(() => again.getAttribute("data-later"), patiently).toBe("true");

      // And back: the drawing, the list and what is in view are as they were.
      await page.keyboard.press("Escape");
      await rows.nth(place).waitFor();
      expect(await view()).toBe(before);
      expect(await counted()).toEqual(numbers(refunds.length));
      await page.keyboard.press("Escape");
      await list.waitFor({ state: "detached" });
      await simulate.click();
      await expect.poll(() => page.locator("[data-tally]").count(), patiently).toBe(0);

      // Nothing has left.
      expect(writes()).toBe(0);
      expect((await program.call(routes.getOperation, {})).runs).toBe(0);
    },
  );
});
