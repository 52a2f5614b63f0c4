import type { Bind } from "../conditions/compileCondition.ts";
import type { Value } from "../conditions/evidence.ts";
import type { Event, Findable } from "../events/event.ts";
import { type Scope, scopes } from "../events/facts.ts";
import {
  type ActionNode,
  type Context,
  type Decision,
  type FlowNode,
  outletsOf,
  type Registry,
  type TriggerNode,
  type Verdict,
} from "../nodes/define.ts";
import { refsIn } from "../nodes/refsIn.ts";
import { fields } from "../template/fields.ts";
import { findField } from "../template/findField.ts";
import { parseReference, stepIn } from "../template/reference.ts";
import type { WorkflowDocument, WorkflowNode } from "../workflow/document.ts";
import type { Once } from "../workflow/once.ts";

type Config = Record<string, unknown>;

interface Common {
  id: string;
  /** Facts that must have been read before the step decides or plans. */
  needs: readonly Scope[];
  /** What is to happen when it fails. */
  onFail: "stop" | "goOn" | "exit";
  /** Where each exit leads: the index of a step, or null where nothing is joined. */
  targets: ReadonlyMap<string, number | null>;
}

/** One step, ready to run: references are accessors, conditions are closures, lines are indexes. */
export type CompiledNode = Common &
  (
    | {
        kind: "trigger";
        topics: readonly string[];
        /** For whom only the first time counts. */
        once: Once | null;
        accepts(event: Event): Verdict;
        /** The same for triggers that accept the same events: of one type, set alike. */
        alike: string;
        /** From what it is handed to the values it gives. */
        receive(handed: Readonly<Record<string, Value>>): Readonly<Record<string, Value>>;
        /** What its runs are about, where no topic of Intercom's says so. */
        about: Findable | null;
      }
    | { kind: "condition"; decision: Decision }
    | { kind: "action"; spec: ActionNode; config: Config }
    | { kind: "flow"; spec: FlowNode; config: Config }
  );

/** A step that plans with its settings. */
export type SettingNode = CompiledNode & { kind: "action" | "flow" };

export interface CompiledWorkflow {
  nodes: readonly CompiledNode[];
  indexOf: ReadonlyMap<string, number>;
}

const scopeNames: ReadonlySet<string> = new Set(scopes);
const accessors = new Map(fields.map((field) => [field.ref, field.show ?? field.read]));
const values = new Map(fields.map((field) => [field.ref, field.read]));

/** An accessor over facts and replies. Custom attributes need no list of the workspace's: their name is the reference. */
export const bind: Bind<Context> = (ref) => {
  const step = stepIn(ref);
  if (step)
    return (context) => {
      const held = context.replies.get(step.node);
      const value = held && Object.hasOwn(held, step.field) ? held[step.field] : null;
      if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
      return Array.isArray(value) && value.every((entry) => typeof entry === "string") ? value : null;
    };
  const read = values.get(ref) ?? findField(ref, null)?.read;
  return read ? (context) => read(context.facts) : () => null;
};

/** As `bind`, but names instead of ids: what a customer or teammate is to read. */
export const bindShown: Bind<Context> = (ref) => {
  const show = accessors.get(ref);
  return show ? (context) => show(context.facts) : bind(ref);
};

/**
 * Compiles a published drawing, once.
 * @throws Error where the drawing could not have been published (unknown type, setting that does not fit, line to nowhere, circle).
 */
export function compile(document: WorkflowDocument, registry: Registry): CompiledWorkflow {
  const indexOf = new Map(document.nodes.map((node, index) => [node.id, index]));
  const nodes = document.nodes.map((node) => compileNode(node, document, indexOf, registry));
  refuseCircles(nodes);
  return { nodes, indexOf };
}

function compileNode(
  node: WorkflowNode,
  document: WorkflowDocument,
  indexOf: ReadonlyMap<string, number>,
  registry: Registry,
): CompiledNode {
  const spec = registry.get(node.type);
  if (!spec) throw new Error(`step ${node.id}: unknown type ${node.type}`);
  const config: Config = spec.config.parse(node.config);
  const targets = new Map<string, number | null>(
    outletsOf(spec, config, node.onFail).map((outlet) => [outlet.id, null]),
  );
  for (const edge of document.edges.filter(({ from }) => from === node.id)) {
    const target = indexOf.get(edge.to);
    if (target === undefined || !targets.has(edge.outlet))
      throw new Error(`step ${node.id}: its line from "${edge.outlet}" leads nowhere`);
    targets.set(edge.outlet, target);
  }
  const used = refsIn(spec, config).map(({ ref }) => parseReference(ref).source);
  const extra = spec.kind === "action" || spec.kind === "flow" ? (spec.needs ?? []) : [];
  const needs = [...new Set([...used, ...extra])].filter((source): source is Scope => scopeNames.has(source));
  const common = { id: node.id, needs, targets, onFail: node.onFail ?? "stop" };
  if (spec.kind === "condition") return { ...common, kind: "condition", decision: spec.compile(config, bind) };
  if (spec.kind === "action") return { ...common, kind: "action", spec, config };
  if (spec.kind === "flow") return { ...common, kind: "flow", spec, config };
  return {
    ...common,
    kind: "trigger",
    topics: spec.topics,
    about: spec.about?.(config) ?? spec.schedule?.(config).search?.of ?? null,
    once: node.once ?? null,
    accepts: acceptor(spec, config),
    alike: JSON.stringify([spec.type, config]),
    receive: (handed) => spec.receive?.(config, handed) ?? {},
  };
}

const acceptor = (spec: TriggerNode, config: Config) => (event: Event) => spec.accepts({ config, event });

function refuseCircles(nodes: readonly CompiledNode[]): void {
  const state = new Map<number, "open" | "done">();
  for (let start = 0; start < nodes.length; start += 1) {
    const path: { index: number; left: number[] }[] = [{ index: start, left: targetsOf(nodes, start) }];
    if (state.has(start)) continue;
    state.set(start, "open");
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const next = top.left.pop();
      if (next === undefined) {
        state.set(top.index, "done");
        path.pop();
      } else if (state.get(next) === "open") throw new Error(`step ${nodes[next]?.id ?? ""}: the lines make a circle`);
      else if (!state.has(next)) {
        state.set(next, "open");
        path.push({ index: next, left: targetsOf(nodes, next) });
      }
    }
  }
}

const targetsOf = (nodes: readonly CompiledNode[], index: number): number[] =>
  [...(nodes[index]?.targets.values() ?? [])].filter((target) => target !== null);
