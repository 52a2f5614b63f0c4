import { afterEach, expect, it } from "vitest";
import { routes } from "#shared/api/routes.ts";
import { expectSound, type Journey, signIn, startJourney } from "../support/journey.ts";
import { drawing } from "../support/workflowBuilder.ts";

let journey: Journey;
afterEach(() => journey.end());

it("says in words how the server does, and follows what happens, in both languages", async () => {
  journey = await startJourney("en", { owner: true });
  const { page, program } = journey;
  await signIn(journey);
  await page.getByRole("link", { name: "Status" }).click();
  await page.getByRole("heading", { name: "Status", level: 1 }).waitFor();
  await page.getByText("Everything is running.").waitFor();
  await page.getByText("No run has begun since the server started.").waitFor();
  await page.getByText("None: every run goes on as soon as it can.").waitFor();
  await expectSound(journey);
  await journey.picture("status");

  const document = drawing(
    {
      start: ["intercom.conversationStarted", { channel: "any" }],
      rest: ["logic.delay", { for: { amount: 1, unit: "days" } }],
    },
    ["start.next>rest"],
  );
  const { id } = await program.call(routes.createWorkflow, { body: { name: "Rest", document } });
  await program.call(routes.publish, { params: { id }, body: { revision: 1 } });
  await program.call(routes.setMode, { params: { id }, body: { mode: "on" } });
  const { contacts } = await program.call(routes.listPracticeContacts, {});
  await program.call(routes.startPracticeConversation, { body: { contactId: contacts[0]?.id ?? "", body: "Hello?" } });

  // It asks again by itself.
  await page.getByRole("link", { name: "1 run", exact: true }).waitFor();
  expect(await page.getByText("1 event", { exact: true }).count()).toBe(2);
  await page.getByText(/^Within \d+/).waitFor();

  await page.evaluate(() => localStorage.setItem("switchboard.language", "es"));
  await page.emulateMedia({ colorScheme: "dark" });
  await page.reload();
  await page.getByText("Todo funciona.").waitFor();
  await page.getByRole("link", { name: "1 ejecución", exact: true }).waitFor();
  await expectSound(journey);
  await journey.picture("status-es-dark");
}, 40_000);
