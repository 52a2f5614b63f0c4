import { kindOfTopic } from "../events/topics.ts";
import { type Scope, scopes } from "../events/facts.ts";
import type { ActionNode, Given, Json } from "../nodes/define.ts";
import { isOwn, isRead } from "../nodes/effect.ts";
import type { CompiledNode, CompiledWorkflow } from "./compile.ts";

/** Calls to the service. */
export interface Budget {
  reads: number;
  writes: number;
}

const nothing: Budget = { reads: 0, writes: 0 };
const sum = (one: Budget, other: Budget): Budget => ({
  reads: one.reads + other.reads,
  writes: one.writes + other.writes,
});
const calls = ({ reads, writes }: Budget): number => reads + writes;

const mostEffects = 8;

/** What an action asks for when all goes well, played with its own dry run in a conversation that has everything. */
function callsOf(spec: ActionNode, config: Record<string, unknown>): { budget: Budget; rests: boolean } {
  const answers: Json[] = [];
  let budget = nothing;
  for (let effect = 0; effect < mostEffects; effect += 1) {
    const given: Given<Record<string, unknown>> = {
      config,
      facts: {},
      replies: new Map(),
      read: () => "1",
      now: 0,
      actor: "1",
      conversationId: "1",
      contactId: "1",
      companyId: "1",
      ticketId: "1",
      answers: [...answers],
    };
    const plan = spec.plan(given);
    if (plan.type === "delay") return { budget, rests: true };
    if (plan.type !== "request" && !isOwn(plan)) break;
    if (plan.type === "request") budget = sum(budget, isRead(plan) ? { reads: 1, writes: 0 } : { reads: 0, writes: 1 });
    answers.push(spec.simulate(given));
    if (!spec.again?.({ ...given, answers: [...answers] })) break;
  }
  return { budget, rests: false };
}

const broughtBy = (node: CompiledNode): ReadonlySet<Scope> => {
  const kinds = new Set(node.kind === "trigger" ? [...node.topics.map(kindOfTopic), node.about] : []);
  return new Set(scopes.filter((scope) => kinds.has(scope)));
};

/**
 * The most calls one run makes, along the costliest way through the drawing. What the event brings costs nothing, a fact that was
 * read costs once, and after a rest it is read again. The steps inside a loop count once: each further round costs as much again.
 */
export function budgetOf(compiled: CompiledWorkflow): Budget {
  const known = new Map<string, Budget>();

  function from(index: number, fresh: ReadonlySet<Scope>): Budget {
    const node = compiled.nodes[index];
    if (!node) return nothing;
    const key = `${index} ${scopes.filter((scope) => fresh.has(scope)).join()}`;
    const before = known.get(key);
    if (before) return before;

    const missing = node.needs.filter((scope) => !fresh.has(scope));
    const played = node.kind === "action" ? callsOf(node.spec, node.config) : { budget: nothing, rests: false };
    const rests = played.rests || node.kind === "flow";
    const after: ReadonlySet<Scope> = rests ? new Set() : new Set([...fresh, ...missing, ...broughtBy(node)]);
    // Bodies and branches are all gone through; of other exits one is taken.
    const bodies = new Set(node.kind === "flow" ? node.spec.bodies(node.config) : []);
    let inside = nothing;
    let onward = nothing;
    for (const [outlet, target] of node.targets) {
      const way = target === null ? nothing : from(target, after);
      if (bodies.has(outlet)) inside = sum(inside, way);
      else if (calls(way) > calls(onward)) onward = way;
    }
    const own = sum({ reads: missing.length, writes: 0 }, played.budget);
    const total = sum(own, sum(inside, onward));
    known.set(key, total);
    return total;
  }

  const starts = compiled.nodes.flatMap((node, index) =>
    node.kind === "trigger" ? [from(index, broughtBy(node))] : [],
  );
  return starts.reduce((best, way) => (calls(way) > calls(best) ? way : best), nothing);
}
