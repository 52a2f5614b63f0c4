import type { Locator } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
import { en } from "#client/i18n/en.ts";
import { routes } from "#shared/api/routes.ts";
import { nodeTypes } from "#shared/integrations/manifest.ts";
import type { Json, NodeType } from "#shared/nodes/define.ts";
import { type AttributeRow, type AttributeSetting, formOf, type Widget } from "#shared/nodes/form.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { type ListItem, type Lists, ticketAttributeId } from "#shared/workspace/lists.ts";
import { type Journey, openStep, signIn, startJourney } from "../support/journey.ts";
import { drawing } from "../support/workflowBuilder.ts";

let journey: Journey;
afterEach(() => journey.end());

/** The cards beside the settings, one of every kind, are looked at elsewhere. */
const settings = "section:has(h2)";
/** Kinds of setting whose step is also held to what a screen reader needs; the first of each. */
const looked: readonly Widget["kind"][] = [
  "condition",
  "cases",
  "hours",
  "attributes",
  "template",
  "pickFrom",
  "namedValues",
  "takes",
  "hookProof",
  "cells",
  "zone",
];

function valueFor({ type, options }: ListItem): AttributeSetting {
  if (type === "number") return { type, value: 20 };
  if (type === "boolean") return { type, value: true };
  if (type === "date") return { type, value: ["2027-03-01"] };
  if (type === "list") return { type, value: options?.[0] ?? "" };
  return { type: "text", value: ["Gold"] };
}

/** A declaration's example, with entries that the workspace has in place of those made up. */
function configFor(spec: NodeType, lists: Lists): Record<string, Json> {
  const config: Record<string, unknown> = { ...spec.example };
  const forms = formOf(spec.config);
  for (const { key, ui } of forms) {
    const { widget } = ui;
    if (widget.kind === "pick") config[key] = entryOf(lists[widget.list]).id;
    if (widget.kind === "pickFrom" && config[key]) {
      const { list } = config[key] as { list: (typeof widget.lists)[number] };
      config[key] = { list, id: entryOf(lists[list]).id };
    }
    const [column] = lists.tables[0]?.columns ?? [];
    if (widget.kind === "rowMatch") config[key] = { column: column?.id ?? "", is: ["Gold"] };
    if (widget.kind === "cells") config[key] = [{ column: column?.id ?? "", value: ["Gold"] }];
    if (widget.kind === "attributeValue")
      config[key] = valueFor(entryOf(lists[widget.list].filter(({ id }) => id === config[widget.of])));
    if (widget.kind === "attributes" && config[key]) {
      const ofType = widget.ofType === null ? null : config[widget.ofType];
      const type = typeof ofType === "string" ? ticketAttributeId(ofType, "") : "";
      const item = entryOf(lists[widget.list].filter(({ id }) => id.startsWith(type)));
      config[key] = [{ attribute: item.id, value: valueFor(item) }] satisfies AttributeRow[];
    }
  }
  return config as Record<string, Json>;
}

function entryOf(items: readonly ListItem[]): ListItem {
  const item = items.find(({ readOnly }) => !readOnly);
  if (!item) throw new Error("the practice workspace has no entry for a list that a step picks from");
  return item;
}

/** One step of every kind, each under the name of its kind, side by side. */
function everyStep(lists: Lists): WorkflowDocument {
  const steps = nodeTypes.map((spec, index) => ({ id: `s${index}`, spec, config: configFor(spec, lists) }));
  return {
    ...drawing({}, []),
    nodes: steps.map(({ id, spec, config }) => ({ id, type: spec.type, name: spec.type, config })),
    layout: steps.map(({ id }, index) => ({ node: id, x: (index % 14) * 336, y: Math.floor(index / 14) * 260 })),
  };
}

/** What the settings that are shown are called. */
const labelsIn = (panel: Locator): Promise<string[]> =>
  panel
    .locator("label, [role='group'] [id$='-label']")
    .evaluateAll((labels) => labels.map(({ textContent }) => textContent.trim()));

describe("the form of every kind of step", () => {
  it("shows each setting under its name, complains of nothing, and leaves the drawing as it was", async () => {
    journey = await startJourney("en", { owner: true });
    await signIn(journey);
    const { page, program } = journey;
    const callable = drawing(
      {
        start: ["logic.called", { inputs: [{ name: "reason", type: "text" }] }],
        title: ["intercom.setTitle", { title: ["Called"] }],
      },
      ["start.next>title"],
    );
    const called = await program.call(routes.createWorkflow, { body: { name: "Called", document: callable } });
    await program.call(routes.publish, {
      params: { id: called.id },
      body: { revision: called.draft.revision },
    });
    await program.call(routes.createTable, { body: { name: "Plans", columns: [{ name: "Plan", type: "text" }] } });
    const { lists } = await program.call(routes.getLists, {});
    const document = everyStep(lists);
    const { id, draft } = await program.call(routes.createWorkflow, { body: { name: "Everything", document } });
    await page.goto(`${program.url}/workflows/${id}`);

    const waiting = new Set(looked);
    const found: string[] = [];
    for (const [index, spec] of nodeTypes.entries()) {
      await openStep(page, `s${index}`);
      const panel = page.locator(`section[aria-label="${spec.type}"]`);
      await panel.waitFor();
      const fields = formOf(spec.config);
      const more = panel.getByRole("button", { name: en.inspector.more, exact: true });
      const namesOf = (folded: boolean) =>
        fields.filter(({ ui }) => (ui.advanced ?? false) === folded).map(({ ui }) => ui.label.en);
      const shown = await labelsIn(panel);
      const missing = namesOf(false).filter((label) => !shown.includes(label));
      const folded = namesOf(true);
      if (folded.length > 0) await more.click();
      const unfolded = folded.length > 0 ? await labelsIn(panel) : shown;
      missing.push(...folded.filter((label) => shown.includes(label) || !unfolded.includes(label)));
      const looks = fields.some(({ ui }) => waiting.delete(ui.widget.kind));
      const wrong = [...missing, ...journey.complaints(), ...(looks ? await journey.barriers(settings) : [])];
      found.push(...wrong.map((each) => `${spec.type}: ${each}`));
    }
    expect(found).toEqual([]);
    expect([...waiting]).toEqual([]);

    await page.getByText(en.editor.saved, { exact: true }).waitFor();
    const after = await program.call(routes.getWorkflow, { params: { id } });
    expect(after.draft).toEqual({ ...draft, document });
  });
});
