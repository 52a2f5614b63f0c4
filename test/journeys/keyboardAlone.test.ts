import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { en } from "#client/i18n/en.ts";
import { routes } from "#shared/api/routes.ts";
import { type Journey, signIn, startJourney } from "../support/journey.ts";

let journey: Journey;
beforeEach(async () => {
  journey = await startJourney("en", { owner: true });
  await signIn(journey);
});
afterEach(async () => {
  await journey.picture("keyboard-last");
  await journey.end();
});

describe("without a mouse", () => {
  it("draws, sets up, moves, undoes, joins, publishes and turns on", async () => {
    const { page, program } = journey;
    const words = en.editor;
    await page.getByRole("button", { name: en.workflows.new }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/workflows/*");
    await page.getByRole("button", { name: "Customer replied", exact: true }).last().focus();
    await page.keyboard.press("Enter");
    const card = (name: string) => page.locator(".react-flow__node").filter({ hasText: name });
    await card("Customer replied").waitFor();

    // A step after it, by its name; then one by itself, which is joined by the menu of exits.
    const add = async (name: string) => {
      await page.keyboard.press("a");
      await page.getByRole("combobox", { name: words.searchSteps }).waitFor();
      await page.keyboard.type(name);
      await page.keyboard.press("Enter");
      await card(name).waitFor();
    };
    await card("Customer replied").focus();
    await add("Close");
    await card("Close").focus();
    await add("Snooze");
    await expect.poll(() => page.locator(".react-flow__edge").count()).toBe(2);
    await card("Close").focus();
    await page.keyboard.press("Delete");
    await expect.poll(() => page.locator(".react-flow__node").count()).toBe(2);
    await expect.poll(() => page.locator(".react-flow__edge").count()).toBe(1);

    const at = async () => {
      const id = /workflows\/(\w+)/.exec(page.url())?.[1] ?? "";
      const { draft } = await program.call(routes.getWorkflow, { params: { id } });
      const snooze = draft.document.nodes.find(({ type }) => type === "intercom.snooze")?.id;
      return draft.document.layout.find(({ node }) => node === snooze)?.x ?? 0;
    };
    await page.getByText(words.saved, { exact: true }).waitFor();
    await expect.poll(at).toBeGreaterThan(0);
    const before = await at();
    await card("Snooze").focus();
    for (let press = 0; press < 3; press += 1) await page.keyboard.press("ArrowRight");
    await expect.poll(at).toBe(before + 30);
    await page.keyboard.press("ControlOrMeta+z");
    await expect.poll(at).toBeLessThan(before + 30);
    await page.keyboard.press("F2");
    await page.keyboard.type("Come back later");
    await page.keyboard.press("Enter");
    await card("Come back later").waitFor();

    await page.getByRole("button", { name: words.publish }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Publish version 1" }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: words.turnOn }).focus();
    await page.keyboard.press("Enter");
    await expect
      .poll(async () => (await program.call(routes.listWorkflows, {})).workflows.map(({ mode }) => mode))
      .toEqual(["on"]);
    expect(journey.complaints()).toEqual([]);
  });

  it("copies steps from one workflow to another, with references that lead to the copies", async () => {
    const { page, program } = journey;
    const document = {
      format: 1 as const,
      nodes: [
        { id: "one", type: "intercom.addNote", config: { note: ["first"] } },
        { id: "two", type: "intercom.addNote", config: { note: [{ ref: "steps.one.text" }] } },
      ],
      edges: [{ from: "one", outlet: "next", to: "two" }],
      layout: [
        { node: "one", x: 0, y: 0 },
        { node: "two", x: 320, y: 0 },
      ],
    };
    const from = await program.call(routes.createWorkflow, { body: { name: "From", document } });
    const to = await program.call(routes.createWorkflow, { body: { name: "To" } });
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto(`${program.url}/workflows/${from.id}`);
    await page.locator(".react-flow__node").first().focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.press("ControlOrMeta+c");
    await page.goto(`${program.url}/workflows/${to.id}`);
    await page.getByRole("application").waitFor();
    await page.getByRole("heading", { name: en.editor.emptyTitle }).waitFor();
    await page.keyboard.press("ControlOrMeta+v");
    await expect.poll(() => page.locator(".react-flow__node").count()).toBe(2);
    const pasted = async () => (await program.call(routes.getWorkflow, { params: { id: to.id } })).draft.document;
    await expect.poll(async () => (await pasted()).nodes.length).toBe(2);
    const { nodes, edges } = await pasted();
    const [line] = edges;
    expect(nodes.map(({ id }) => id)).not.toContain("one");
    expect(nodes.find(({ id }) => id === line?.to)?.config).toEqual({ note: [{ ref: `steps.${line?.from}.text` }] });
  });
});
