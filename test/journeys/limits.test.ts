import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { en } from "#client/i18n/en.ts";
import { es } from "#client/i18n/es.ts";
import { routes } from "#shared/api/routes.ts";
import { inTurn } from "../support/inTurn.ts";
import { expectSound, type Journey, signIn, startJourney } from "../support/journey.ts";
import { drawing } from "../support/workflowBuilder.ts";

let journey: Journey;
let intercom: Server;
afterEach(async () => {
  await journey.end();
  intercom.closeAllConnections();
  intercom.close();
});

/** Answers who its token belongs to, and nothing else; once revoked, not even that. */
async function startIntercom(): Promise<{ url: string; revoke(isRevoked: boolean): void }> {
  let revoked = false;
  intercom = createServer((request, response) => {
    const me = { id: "1", name: "Bot", email: "bot@halvero.example", app: { id_code: "app9", name: "Halvero" } };
    response.setHeader("content-type", "application/json");
    if (revoked) response.writeHead(401).end("{}");
    else response.end(JSON.stringify(request.url === "/me" ? me : {}));
  });
  await new Promise<void>((ready) => intercom.listen(0, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${(intercom.address() as AddressInfo).port}`,
    revoke: (isRevoked) => void (revoked = isRevoked),
  };
}

const afterAnHour = drawing(
  {
    start: ["intercom.conversationStarted", { channel: "any" }],
    wait: ["logic.delay", { for: { amount: 1, unit: "hours" } }],
    note: ["intercom.addNote", { note: ["Still there?"] }],
  },
  ["start.next>wait", "wait.next>note"],
);

const filled = (words: string, values: Record<string, string | number>) =>
  words.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));

describe.each(inTurn("en"))("stopping and being held up, in %s", (language) => {
  const { frame, turnOff, workflows, editor } = language === "en" ? en : es;

  it(
    "is said in words on every screen, asks before it stops what is under way, and ends by one button",
    { timeout: 40_000 },
    async () => {
      const { url, revoke } = await startIntercom();
      journey = await startJourney(language, {
        owner: true,
        dark: language === "es",
        environment: { INTERCOM_API_URL: url },
      });
      const { page, program } = journey;
      const { id } = await program.call(routes.createWorkflow, { body: { name: "Later", document: afterAnHour } });
      await program.call(routes.publish, { params: { id }, body: { revision: 1 } });
      await program.call(routes.setMode, { params: { id }, body: { mode: "on" } });
      const write = async () => {
        const { contacts } = await program.call(routes.listPracticeContacts, {});
        const body = { contactId: contacts[0]?.id ?? "", body: "Hello?" };
        await program.call(routes.startPracticeConversation, { body });
      };
      const runs = async () => (await program.call(routes.getOperation, {})).runs;
      const button = (name: string) => page.getByRole("button", { name, exact: true });
      const dialog = page.getByRole("dialog");
      await write();
      await write();
      await expect.poll(runs).toBe(2);
      await signIn(journey);

      // Stop everything, and carry on.
      await button(frame.stopEverything).click();
      await dialog.getByText(filled(frame.stopRuns_other, { count: 2 })).waitFor();
      await expectSound(journey);
      await journey.picture(`${language}-limits-stop`);
      await dialog.getByRole("button", { name: frame.stopEverything }).click();
      await page.getByText(frame.stoppedTitle).waitFor();
      await write();
      await expect.poll(runs).toBe(3);
      await page.getByRole("link", { name: frame.runs, exact: true }).click();
      await button(filled(frame.carryOnRuns_one, { count: 1 })).waitFor();
      await expectSound(journey);
      await journey.picture(`${language}-limits-stopped`);
      await button(filled(frame.carryOnRuns_one, { count: 1 })).click();
      await page.getByText(frame.stoppedTitle).waitFor({ state: "detached" });

      // Off: what is under way may finish.
      await page.getByRole("link", { name: frame.workflows, exact: true }).click();
      const name = filled(workflows.modeOf, { name: "Later" });
      // The switch itself is hidden behind what is drawn for it.
      await page.getByRole("switch", { name }).press("Space");
      await dialog.getByText(filled(turnOff.underWay_other, { count: 3 })).waitFor();
      await expectSound(journey);
      await journey.picture(`${language}-limits-off`);
      await dialog.getByRole("button", { name: filled(turnOff.finish_other, { count: 3 }) }).click();
      await dialog.waitFor({ state: "detached" });
      expect([await runs(), (await program.call(routes.getWorkflow, { params: { id } })).mode]).toEqual([3, "off"]);

      // In the editor: on again, off again, and stopped.
      await page.getByRole("link", { name: "Later" }).click();
      await page.getByText(editor.modeOn, { exact: true }).click();
      await page.getByRole("radio", { name: editor.modeOn, checked: true }).waitFor({ state: "attached" });
      await page.getByText(editor.modeOff, { exact: true }).click();
      await dialog.getByRole("button", { name: filled(turnOff.stop_other, { count: 3 }) }).click();
      await page.getByText(filled(turnOff.stopping_other, { count: 3 })).waitFor();
      await expect.poll(runs).toBe(0);

      // A token that is no longer accepted.
      const credentials = { accessToken: "token-of-a-test", clientSecret: "secret-of-a-test", region: "us" as const };
      await program.call(routes.connect, { body: credentials });
      revoke(true);
      await program.ask(routes.refreshLists, {});
      await page.goto(`${program.url}/connections`);
      await page.getByText(frame.refusedTitle).nth(1).waitFor();
      // What a screen asked for meanwhile could not be had: the browser notes that by itself.
      journey.complaints();
      await expectSound(journey);
      await journey.picture(`${language}-limits-refused`);
      revoke(false);
      await button(frame.askNow).click();
      await page.getByText(frame.refusedTitle).first().waitFor({ state: "detached" });
      await expectSound(journey);
    },
  );
});
