import { afterEach, expect, it, vi } from "vitest";
import { routes } from "#shared/api/routes.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { expectSound, type Journey, signIn, startJourney } from "../support/journey.ts";
import { fillArchive, pastConversation, toTeam } from "../support/pastConversations.ts";
import { drawing } from "../support/workflowBuilder.ts";

let journey: Journey;
afterEach(() => journey.end());

/** On a conversation's start by a channel, if the message says a word, a note. */
const onStart = (channel: string, word: string) =>
  drawing(
    {
      start: ["intercom.conversationStarted", { channel }],
      ask: [
        "logic.if",
        { when: { match: "all", rules: [{ ref: "message.text", operator: "mentions", operand: [word] }] } },
      ],
      note: ["intercom.addNote", { note: ["Seen"] }],
    },
    ["start.next>ask", "ask.yes>note"],
  );

async function publish(name: string, document: WorkflowDocument, mode: "on" | "off"): Promise<void> {
  const { program } = journey;
  const { id } = await program.call(routes.createWorkflow, { body: { name, document } });
  await program.call(routes.publish, { params: { id }, body: { revision: 1 } });
  await program.call(routes.setMode, { params: { id }, body: { mode } });
}

it("tells from a pasted link why each workflow did or did not run, in both languages", async () => {
  journey = await startJourney("en", { owner: true });
  const { page, program } = journey;
  await publish("Answers refunds", onStart("any", "refund"), "on");
  await publish("Wants parcels", onStart("any", "parcel"), "on");
  await publish("By e-mail only", onStart("email", "refund"), "on");
  await publish("Turned off", onStart("any", "refund"), "off");
  const { contacts } = await program.call(routes.listPracticeContacts, {});
  const body = { contactId: contacts[0]?.id ?? "", body: "Where is my refund?" };
  const { id } = await program.call(routes.startPracticeConversation, { body });
  await vi.waitUntil(
    async () => {
      const { runs } = await program.call(routes.listRuns, { query: { conversation: id } });
      return runs.length === 2 && runs.every(({ status }) => status === "done");
    },
    { timeout: 10_000, interval: 20 },
  );

  await signIn(journey);
  await page.getByRole("link", { name: "Why didn’t it?" }).click();
  await page.getByRole("heading", { name: "Why didn’t it?", level: 1 }).waitFor();
  await page.getByText("No conversation yet").waitFor();
  await page
    .getByLabel("Conversation")
    .fill(`https://app.intercom.com/a/inbox/ab/inbox/shared/all/conversation/${id}?x=1`);
  await page.getByRole("button", { name: "Look" }).click();
  await page.getByText("It ran to its end.").waitFor();
  await page
    .getByText("It started, and left at “If” by “no”. Message mentions “parcel”: no, it was “Where is my refund?”.")
    .waitFor();
  await page
    .getByText("“Customer started a conversation” did not let it in: The conversation is on another channel.")
    .waitFor();
  await page.getByText("If it were on, it would have started.").waitFor();
  await expectSound(journey);
  await journey.picture("why");
  await page.getByRole("link", { name: "See the run" }).first().click();
  await page.waitForURL("**/runs/**");

  // From an old conversation, of which nothing came while Switchboard was there.
  const { conversations } = await program.call(routes.listConversations, { query: { limit: 150 } });
  await page.goto(`${program.url}/conversations/${conversations.at(-1)?.id ?? ""}`);
  await page.getByRole("link", { name: "Why didn’t a workflow run?" }).click();
  await page.getByRole("button", { name: "Read it from Intercom" }).click();
  await page.getByText("This is what each workflow would have done").waitFor();
  expect(await page.getByRole("list", { name: "What each workflow did" }).getByRole("listitem").count()).toBe(4);

  await page.evaluate(() => localStorage.setItem("switchboard.language", "es"));
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(`${program.url}/runs?conversation=${id}&status=failed`);
  await page.getByRole("link", { name: "¿Por qué no se inició un flujo?" }).click();
  await page.getByText("Se inició y salió en «Si» por «no».").waitFor();
  await page.getByText("Si estuviera activado, se habría iniciado.").waitFor();
  await expectSound(journey);
  await journey.picture("why-es-dark");
}, 60_000);

it("finds a rule in past conversations, and opens its draft in the editor, in both languages", async () => {
  journey = await startJourney("en", { owner: true });
  const { page, program } = journey;
  await signIn(journey);
  const team = (await program.call(routes.getLists, {})).lists.teams[0] ?? { id: "", name: "" };
  fillArchive(
    program.folder,
    Array.from({ length: 300 }, (_, index) => {
      const isRefund = index % 5 === 0;
      return pastConversation({
        id: String(50_000 + index),
        text: isRefund
          ? `${index % 2 === 0 ? "I want a" : "Where is my"} refund, number ${index}`
          : `How do I export list ${index}?`,
        at: Date.parse("2026-01-01T08:00:00Z") + index * 3_600_000,
        later: isRefund && index % 25 !== 0 ? [toTeam(team.id)] : [],
      });
    }),
  );
  await page.getByRole("link", { name: "Templates", exact: true }).click();
  await page.getByRole("button", { name: "Look through them" }).click();
  const sentence = `80% of conversations that mention “refund” went to ${team.name} by hand: 48 of 60; usually after 1 hr.`;
  await page.getByText(sentence).waitFor();
  await page.getByText("acts on 60, agrees in 48").waitFor();
  await expectSound(journey);
  await journey.picture("suggestions");
  // Each figure opens its conversations.
  await page.getByRole("button", { name: /^Its draft: acts on 60/ }).click();
  const drawer = page.getByRole("dialog");
  await drawer.getByText("Where is my refund, number 295").waitFor();
  await expect.poll(() => drawer.getByRole("listitem").count()).toBe(50);
  await drawer.getByRole("button", { name: "Show more" }).click();
  await expect.poll(() => drawer.getByRole("listitem").count()).toBe(60);
  await expectSound(journey);
  await journey.picture("suggestions-list");
  await page.keyboard.press("Escape");
  await drawer.waitFor({ state: "hidden" });

  await page.evaluate(() => localStorage.setItem("switchboard.language", "es"));
  await page.emulateMedia({ colorScheme: "dark" });
  await page.reload();
  await page.getByRole("button", { name: "Revisarlas" }).click();
  await page.getByText("de las conversaciones que mencionan «refund» pasó a").waitFor();
  await expectSound(journey);
  await journey.picture("suggestions-es-dark");
  await page.getByRole("button", { name: /^Usar esta:/ }).click();
  await page.waitForURL("**/workflows/*");
  await page.getByText(`Asignar a ${team.name}`).first().waitFor();
  expect(await page.getByText("Problemas (0)").count()).toBe(1);
  await journey.picture("suggestions-draft");
}, 60_000);
