import { z } from "zod";
import type { Json, Registry } from "#shared/nodes/define.ts";
import { formOf } from "#shared/nodes/form.ts";
import { stepIn } from "#shared/template/reference.ts";
import { WorkflowDocument, type WorkflowNode } from "#shared/workflow/document.ts";
import type { Edit } from "./edits.ts";

/** What lies on the clipboard: steps with the lines among them, as text, so that it can be pasted into another workflow. */
const Copied = z.object({ switchboard: z.literal("steps"), steps: WorkflowDocument });

export function copyText(document: WorkflowDocument, ids: ReadonlySet<string>): string {
  const steps: WorkflowDocument = {
    format: 1,
    nodes: document.nodes.filter(({ id }) => ids.has(id)),
    edges: document.edges.filter(({ from, to }) => ids.has(from) && ids.has(to)),
    layout: document.layout.filter(({ node }) => ids.has(node)),
  };
  return JSON.stringify({ switchboard: "steps", steps } satisfies z.infer<typeof Copied>);
}

/** The steps in a clipboard's text; null when there are none. */
export function readCopied(text: string): WorkflowDocument | null {
  if (!text.includes('"switchboard"')) return null;
  try {
    const read = Copied.safeParse(JSON.parse(text));
    return read.success && read.data.steps.nodes.length > 0 ? read.data.steps : null;
  } catch {
    return null;
  }
}

/** The same steps under new ids; what they take from each other follows, what they take from elsewhere stays as it is. */
export function withNewIds(
  steps: WorkflowDocument,
  registry: Registry,
  makeId: () => string,
  shift: { x: number; y: number },
): WorkflowDocument {
  const ids = new Map(steps.nodes.map(({ id }) => [id, makeId()]));
  const idOf = (id: string): string => ids.get(id) ?? id;
  return {
    format: 1,
    nodes: steps.nodes.map((node) => ({ ...node, id: idOf(node.id), config: configFor(node, registry, ids) })),
    edges: steps.edges.map(({ from, outlet, to }) => ({ from: idOf(from), outlet, to: idOf(to) })),
    layout: steps.layout.map(({ node, x, y }) => ({ node: idOf(node), x: x + shift.x, y: y + shift.y })),
  };
}

/** Adds steps that have ids of their own already. */
export const paste =
  (steps: WorkflowDocument): Edit =>
  (document) => ({
    ...document,
    nodes: [...document.nodes, ...steps.nodes],
    edges: [...document.edges, ...steps.edges],
    layout: [...document.layout, ...steps.layout],
  });

function configFor(node: WorkflowNode, registry: Registry, ids: ReadonlyMap<string, string>): WorkflowNode["config"] {
  const spec = registry.get(node.type);
  const plain = new Set(
    (spec ? formOf(spec.config) : []).filter(({ ui }) => ui.widget.kind === "value").map(({ key }) => key),
  );
  return Object.fromEntries(
    Object.entries(node.config).map(([key, setting]) => [
      key,
      plain.has(key) && typeof setting === "string" ? refFor(setting, ids) : rewritten(setting, ids),
    ]),
  );
}

function refFor(ref: string, ids: ReadonlyMap<string, string>): string {
  const step = stepIn(ref);
  const id = step ? ids.get(step.node) : undefined;
  return step && id ? `steps.${id}.${step.field}` : ref;
}

/** Chips and rules keep their reference under `ref`; whatever else is text was typed by a person and is left alone. */
function rewritten(setting: Json, ids: ReadonlyMap<string, string>): Json {
  if (Array.isArray(setting)) return setting.map((entry) => rewritten(entry, ids));
  if (typeof setting !== "object" || setting === null) return setting;
  return Object.fromEntries(
    Object.entries(setting).map(([key, entry]) => [
      key,
      key === "ref" && typeof entry === "string" ? refFor(entry, ids) : rewritten(entry, ids),
    ]),
  );
}
