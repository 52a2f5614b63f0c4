import { compile, bind, type CompiledWorkflow } from "#shared/engine/compile.ts";
import type { Event } from "#shared/events/event.ts";
import type { Text } from "#shared/language/text.ts";
import { type Context, type Json, outletsOf, type Registry } from "#shared/nodes/define.ts";
import { refsIn } from "#shared/nodes/refsIn.ts";
import type { Value } from "#shared/conditions/evidence.ts";
import { parseReference } from "#shared/template/reference.ts";
import type { Once } from "#shared/workflow/once.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";

/** A value a step uses that has nothing to stand in for it. */
export interface BareValue {
  ref: string;
  read(context: Context): Value;
}

/** What a simulation knows of a step beside what the engine does. */
export interface StepNotes {
  kind: "trigger" | "condition" | "action" | "flow";
  /** References it decides by, of facts that an archive may know only as they are today. */
  decides: readonly string[];
  /** It decides by what is known of the customer or their company, which has no history. */
  decidesByPerson: boolean;
  altersTalk: boolean;
  bare: readonly BareValue[];
}

export interface Way {
  trigger: string;
  topics: ReadonlySet<string>;
  once: Once | null;
  accepts(event: Event): { accepted: true } | { accepted: false; why: Text };
}

/** A drawing, ready to be replayed on past conversations. */
export interface Prepared {
  document: WorkflowDocument;
  compiled: CompiledWorkflow;
  notes: ReadonlyMap<string, StepNotes>;
  ways: readonly Way[];
  /** All topics of its triggers. */
  topics: ReadonlySet<string>;
}

/** Chips without anything to stand in for them, wherever in a step's settings. */
function bareChips(setting: Json | undefined): string[] {
  if (Array.isArray(setting)) return setting.flatMap(bareChips);
  if (typeof setting !== "object" || setting === null) return [];
  const { ref, fallback, operator } = setting;
  if (typeof ref === "string" && operator === undefined) return fallback === undefined || fallback === "" ? [ref] : [];
  return Object.values(setting).flatMap(bareChips);
}

const ofPerson = new Set(["contact", "company"]);

/**
 * Takes a draft as it stands: steps that are not set up are left out with their lines, so that the rest can be counted while one draws.
 * @throws Error where the lines make a circle.
 */
export function prepare(draft: WorkflowDocument, registry: Registry): Prepared {
  const document = workable(draft, registry);
  const compiled = compile(document, registry);
  const notes = new Map<string, StepNotes>();
  for (const node of document.nodes) {
    const spec = registry.get(node.type);
    if (!spec) continue;
    const config = spec.config.parse(node.config);
    const refs = spec.kind === "condition" || spec.kind === "flow" ? refsIn(spec, config).map(({ ref }) => ref) : [];
    notes.set(node.id, {
      kind: spec.kind,
      decides: refs.filter((ref) => parseReference(ref).source === "conversation"),
      decidesByPerson: refs.some((ref) => ofPerson.has(parseReference(ref).source)),
      altersTalk: spec.kind === "action" && spec.altersTalk === true,
      bare: [...new Set(bareChips(node.config))].map((ref) => ({ ref, read: bind(ref) })),
    });
  }
  const ways = compiled.nodes.flatMap((node): Way[] =>
    node.kind === "trigger"
      ? [{ trigger: node.id, topics: new Set(node.topics), once: node.once, accepts: node.accepts }]
      : [],
  );
  return { document, compiled, notes, ways, topics: new Set(ways.flatMap(({ topics }) => [...topics])) };
}

/** The part of a draft that can run. */
function workable(draft: WorkflowDocument, registry: Registry): WorkflowDocument {
  const nodes = draft.nodes.filter(({ type, config }) => registry.get(type)?.config.safeParse(config).success === true);
  const kept = new Map(nodes.map((node) => [node.id, node]));
  const taken = new Set<string>();
  const edges = draft.edges.filter(({ from, outlet, to }) => {
    const node = kept.get(from);
    const spec = node && registry.get(node.type);
    if (!node || !spec || !kept.has(to) || taken.has(`${from}.${outlet}`)) return false;
    taken.add(`${from}.${outlet}`);
    return outletsOf(spec, spec.config.parse(node.config), node.onFail).some(({ id }) => id === outlet);
  });
  return { ...draft, nodes, edges };
}
