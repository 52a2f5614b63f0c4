import { afterEach, describe, expect, it } from "vitest";
import { en } from "#client/i18n/en.ts";
import { es } from "#client/i18n/es.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { routes } from "#shared/api/routes.ts";
import { inTurn } from "../support/inTurn.ts";
import { expectSound, type Journey, signIn, startJourney } from "../support/journey.ts";
import { deliver, secret } from "../torture/deliver.ts";
import { startIntercom } from "../torture/intercom.ts";
import { tortured } from "../torture/tortured.ts";

let journey: Journey;
let stop: () => Promise<void>;
afterEach(async () => {
  await journey.end();
  await stop();
});

describe.each(inTurn("en"))("a message of which nobody knows whether it was sent, in %s", (language) => {
  const { runs, runTrace } = language === "en" ? en : es;

  it("waits in the list of runs for a person, who says so on the canvas, and the run goes on", async () => {
    // Messages are sent, and their answers are lost.
    const intercom = await startIntercom((method, path) =>
      method === "POST" && path === "/messages" ? { does: "hang up", afterwards: true } : null,
    );
    stop = intercom.stop;
    journey = await startJourney(language, {
      owner: true,
      dark: language === "es",
      environment: {
        INTERCOM_API_URL: intercom.url,
        INTERCOM_ACCESS_TOKEN: "t",
        INTERCOM_CLIENT_SECRET: secret,
        INTERCOM_TIMEOUT_SECONDS: "1",
      },
    });
    const { page, program } = journey;
    const { id } = await program.call(routes.createWorkflow, { body: { name: "Welcome back", document: tortured } });
    await program.call(routes.publish, { params: { id }, body: { revision: 1 } });
    await program.call(routes.setMode, { params: { id }, body: { mode: "on" } });
    await deliver(program.url, 0, new AbortController().signal);
    const parked = async () => (await program.call(routes.listRuns, { query: { status: "parked" } })).runs.length;
    await expect.poll(parked, { timeout: 20_000 }).toBe(1);

    await signIn(journey);
    await page.goto(`${program.url}/runs?status=parked`);
    await page.getByRole("link", { name: /write 0/ }).waitFor();
    await expectSound(journey);
    await journey.picture(`${language}-doubt-list`);
    await page.getByRole("link", { name: /write 0/ }).click();
    await page.waitForURL("**/runs/*");
    await page
      .locator(".react-flow__node")
      .filter({ hasText: registry.get("intercom.sendMessage")?.label[language] ?? "" })
      .click();
    await page.getByRole("heading", { name: runTrace.didIt }).waitFor();
    await expectSound(journey);
    await journey.picture(`${language}-doubt-step`);
    await page.getByRole("button", { name: runTrace.happened }).click();
    await page.getByRole("status").filter({ hasText: runs.done }).waitFor();
    await page.getByRole("heading", { name: runTrace.didIt }).waitFor({ state: "detached" });
    await expectSound(journey);
    expect(intercom.done.filter(({ path }) => path === "/messages")).toHaveLength(1);
  });
});
