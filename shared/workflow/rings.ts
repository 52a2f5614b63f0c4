import type { Event } from "../events/event.ts";
import { calledTopic } from "../events/topics.ts";
import type { Caused, Registry, TriggerNode } from "../nodes/define.ts";
import type { WorkflowDocument, WorkflowNode } from "./document.ts";

/** A workflow as it is looked at for rings. */
export interface Drawn {
  id: string;
  name: string;
  document: WorkflowDocument;
}

/** From a trigger to a step whose effect starts another trigger, or calls a workflow. */
interface Reach {
  /** The steps from the trigger to the one that acts, both with them. */
  steps: readonly string[];
  /** A condition stands between: whether it ends the ring, a drawing does not tell. */
  guarded: boolean;
  causes: readonly Caused[];
  calls: string | null;
}

/** One way into a workflow, and what comes of it. */
export interface WayIn {
  workflow: string;
  name: string;
  trigger: WorkflowNode;
  spec: TriggerNode;
  config: Record<string, unknown>;
  reaches: readonly Reach[];
}

/** One workflow's part of a ring. */
export interface Leg {
  workflow: string;
  name: string;
  steps: readonly string[];
}

/** Workflows that start each other round and round, beginning with the one that was asked about. */
export interface Ring {
  legs: readonly Leg[];
  guarded: boolean;
}

/** The ways into a workflow. A trigger that lets everybody in only once is none: nothing comes round to it twice. */
export function waysInto({ id, name, document }: Drawn, registry: Registry): WayIn[] {
  const nodes = new Map(document.nodes.map((node) => [node.id, node]));
  return document.nodes.flatMap((trigger) => {
    const spec = registry.get(trigger.type);
    const config = spec?.config.safeParse(trigger.config);
    if (spec?.kind !== "trigger" || !config?.success || trigger.once) return [];
    const plain = stepsTo(
      document,
      trigger.id,
      (node) => registry.get(nodes.get(node)?.type ?? "")?.kind !== "condition",
    );
    const all = stepsTo(document, trigger.id, () => true);
    const reaches = [...all].flatMap(([node, steps]) => {
      const effect = effectOf(nodes.get(node), registry);
      return effect ? [{ ...effect, steps: plain.get(node) ?? steps, guarded: !plain.has(node) }] : [];
    });
    return [{ workflow: id, name, trigger, spec, config: config.data, reaches }];
  });
}

function effectOf(node: WorkflowNode | undefined, registry: Registry): Pick<Reach, "causes" | "calls"> | null {
  const spec = registry.get(node?.type ?? "");
  const config = spec?.config.safeParse(node?.config);
  if (!config?.success) return null;
  if (spec?.kind === "flow" && spec.calls) return { causes: [], calls: spec.calls(config.data) };
  if (spec?.kind === "action" && spec.causes) return { causes: spec.causes(config.data), calls: null };
  return null;
}

/** The shortest way to each step that can be reached, itself included, through steps that `passes` lets through. */
function stepsTo(document: WorkflowDocument, from: string, passes: (node: string) => boolean): Map<string, string[]> {
  const onward = new Map<string, string[]>();
  for (const edge of document.edges) onward.set(edge.from, [...(onward.get(edge.from) ?? []), edge.to]);
  const found = new Map([[from, [from]]]);
  for (const [node, steps] of found)
    for (const next of passes(node) ? (onward.get(node) ?? []) : [])
      if (!found.has(next)) found.set(next, [...steps, next]);
  return found;
}

function starts({ causes, calls }: Reach, { workflow, spec, config }: WayIn): boolean {
  if (calls !== null) return calls === workflow && spec.topics.includes(calledTopic);
  return causes.some(({ topic, facts }) => {
    const event: Event = { id: "", key: "", topic, appId: "", at: 0, subject: null, actor: null, part: null, facts };
    return spec.topics.includes(topic) && spec.accepts({ config, event }).accepted;
  });
}

/**
 * The rings that a workflow is part of, the shortest for each way into it. What our own actions cause is mostly known for ours
 * and starts nothing; a ring is made only of what is not (`causes` of an action, `calls` of a step).
 * @param others ways into the other workflows that are on.
 */
export function ringsThrough(own: readonly WayIn[], others: readonly WayIn[]): Ring[] {
  const all = [...own, ...others];
  const rings = own.flatMap((way) => shortest(way, all, false) ?? shortest(way, all, true) ?? []);
  const seen = new Set<string>();
  return rings.filter(({ legs }) => {
    const key = legs
      .map(({ workflow, steps }) => `${workflow} ${steps.join(" ")}`)
      .toSorted()
      .join("\n");
    return !seen.has(key) && seen.add(key);
  });
}

function shortest(from: WayIn, all: readonly WayIn[], guarded: boolean): Ring | null {
  const came = new Map<WayIn, readonly Leg[]>([[from, []]]);
  for (const [way, before] of came)
    for (const reach of way.reaches) {
      if (reach.guarded && !guarded) continue;
      const legs = [...before, { workflow: way.workflow, name: way.name, steps: reach.steps }];
      for (const next of all) {
        if (!starts(reach, next)) continue;
        if (next === from) return { legs, guarded };
        if (!came.has(next)) came.set(next, legs);
      }
    }
  return null;
}
