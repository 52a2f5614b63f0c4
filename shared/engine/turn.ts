import { z } from "zod";
import type { Evidence } from "../conditions/evidence.ts";
import { Event } from "../events/event.ts";
import type { Json, Reply } from "../nodes/define.ts";
import type { Flow } from "../nodes/flow.ts";
import type { Effect, Outcome } from "../nodes/effect.ts";
import { bind, type CompiledNode, type CompiledWorkflow } from "./compile.ts";
import { givenAt } from "./givenAt.ts";
import type { Frame, Mutable, RunState, Token } from "./runState.ts";
import type { Step } from "./step.ts";

/** A step that was left. `seqs` are the effects it asked for. What its rules saw is worked out when asked for, at once or never. */
export type LeftStep = Omit<Step, "log" | "startedAt" | "endedAt" | "because"> & {
  seqs: readonly number[];
  because(): Evidence[];
};

/**
 * Told of every step as it is left, by its exit (null where the run ends with it), at an instant (epoch milliseconds). All else there is to tell is
 * put together only for whoever asks, there and then; traces are made of it.
 */
export type Observe = (node: string, outlet: string | null, now: number, step: () => LeftStep) => void;

/** What a step that steers may do with a run under way. */
export interface Walking {
  run: Mutable<RunState>;
  readonly compiled: CompiledWorkflow;
  /** Moves a token until it waits or has ended. */
  go(token: Token, outcome: Outcome | null): void;
  ask(token: Token, effect: Effect): null;
  /** Time has passed, and perhaps something was heard. */
  hear(event: Event | null, at: number): void;
  leave(token: Token, node: CompiledNode, outlet: string, seen?: Partial<LeftStep>): Token;
  put(token: Token): void;
  stop(answer: Reply | null): null;
}

type FlowNode = CompiledNode & { kind: "flow" };
type Settled = (Outcome & { ok: true }) | null;

/** What ends a wait: the exit, and the event that was waited for; null where the time was up. */
export const WaitEnd = z.object({ exit: z.string(), event: Event.nullable() });
export type WaitEnd = z.infer<typeof WaitEnd>;

const replyOf = ({ spec }: FlowNode, answer: Json, exit: string): Reply =>
  spec.reply.parse(spec.answer(answer, exit)) as Reply;

/** A token stands at a step that steers: it has just come, has been answered, or comes back from a round or its branches. */
export function turn(walk: Walking, token: Token, node: FlowNode, answered: Settled): Token | null {
  const flow = node.spec.flow(givenAt(node, walk.run, token), bind);
  if (flow.do === "stop") {
    walk.leave(token, node, "next");
    return walk.stop(flow.answer);
  }
  if (flow.do === "wait") return wait(walk, token, node, flow, answered);
  if (flow.do === "loop") return loop(walk, token, node, flow);
  if (flow.do === "split") return split(walk, token, node, flow, answered);
  if (!answered) return walk.ask(token, { type: "call", workflow: flow.workflow, inputs: { ...flow.inputs } });
  walk.hear(null, answered.at);
  return walk.leave(token, node, "next", { reply: replyOf(node, answered.answer, "next") });
}

function wait(walk: Walking, token: Token, node: FlowNode, flow: Flow & { do: "wait" }, answered: Settled) {
  if (!answered) {
    const held = flow.rows.find((row) => row.already(walk.run, walk.run.now));
    if (held) return walk.leave(token, node, held.exit, { reply: replyOf(node, null, held.exit) });
    return walk.ask(token, {
      type: "wait",
      topics: [...new Set(flow.rows.flatMap(({ topics }) => topics))],
      until: flow.until,
    });
  }
  const { exit, event } = WaitEnd.parse(answered.answer);
  walk.hear(event, answered.at);
  return walk.leave(token, node, exit, { reply: replyOf(node, answered.answer, exit) });
}

/** A new round, or the way on. The frame on top is this loop's own where a round has just ended. */
function loop(walk: Walking, token: Token, node: FlowNode, flow: Flow & { do: "loop" }): Token {
  const own = walk.compiled.indexOf.get(node.id) ?? -1;
  const top = token.frames.at(-1);
  const running = top?.kind === "loop" && top.node === own ? top : null;
  const outer = running ? token.frames.slice(0, -1) : token.frames;
  const round = running ? running.round + 1 : 0;
  const items = running ? running.items : (flow.items?.slice(0, flow.most) ?? null);
  const enough = items
    ? round >= items.length
    : round >= flow.most || (running !== null && flow.enough?.(walk.run, walk.run.now) === true);
  if (enough || (node.targets.get(flow.body) ?? null) === null)
    return walk.leave({ ...token, frames: outer }, node, flow.after);
  const frame: Frame = { kind: "loop", node: own, round, items, most: flow.most };
  const reply: Reply = { number: round + 1, item: items?.[round] ?? null };
  return walk.leave({ ...token, frames: [...outer, frame] }, node, flow.body, { reply });
}

function split(walk: Walking, token: Token, node: FlowNode, flow: Flow & { do: "split" }, answered: Settled) {
  if (answered) {
    walk.hear(null, answered.at);
    return walk.leave(token, node, flow.late);
  }
  if (token.joining === 0) return walk.leave(token, node, flow.after);
  const ways = flow.branches.filter((branch) => (node.targets.get(branch) ?? null) !== null);
  if (ways.length === 0) return walk.leave(token, node, flow.after);
  const parent = { ...token, joining: ways.length };
  if (flow.until === null) walk.put(parent);
  else walk.ask(parent, { type: "delay", until: flow.until });
  for (const branch of ways) {
    const id = walk.run.born;
    walk.run.born = id + 1;
    const frames: Frame[] = [...token.frames, { kind: "branch", parent: token.id }];
    const child = { ...walk.leave({ ...token, frames, seqs: [] }, node, branch), id };
    walk.put(child);
    walk.go(child, null);
  }
  return null;
}

/**
 * How an event ends a wait, or, without one, the end of its time; null where it does not. Pure, so a driver may ask before it
 * settles. As it will stand in the log: JSON, without keys that are not there.
 */
export function waitEnd(node: CompiledNode | undefined, run: RunState, token: Token, event: Event | null): Json {
  if (node?.kind !== "flow") return null;
  const flow = node.spec.flow(givenAt(node, run, token), bind);
  if (flow.do !== "wait") return null;
  if (!event) return { exit: flow.late, event: null };
  const row = flow.rows.find(({ topics, accepts }) => topics.includes(event.topic) && accepts(event));
  return row ? JSON.parse(JSON.stringify({ exit: row.exit, event })) : null;
}
