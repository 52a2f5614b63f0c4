import type { Text } from "#shared/language/text.ts";
import type { Changed, Doubt } from "./replay.ts";

/** What a conversation went through, over all the runs it would have started. Conversations that went alike share one. */
export interface Course {
  /** How many runs it would have started. */
  runs: number;
  /** Each exit that was taken, once, in the order in which they were first taken. */
  exits: readonly { node: string; outlet: string }[];
  /** Each step that was reached, once. */
  nodes: ReadonlySet<string>;
  /** A step was gone through more than once. */
  twice: boolean;
  acts: readonly { node: string; changed: Changed | null }[];
  doubts: ReadonlySet<Doubt>;
  /** Values without anything to stand in for them that were not there. */
  missing: readonly { node: string; ref: string }[];
  failed: boolean;
  /** Why it would have started none, where a trigger says so. */
  why: Text | null;
}

/** What leads from one mark to the next: a step was left by an exit, a value was missing in it, or whatever else there is to tell. */
type Kind = "left" | "missing" | "else";

/** A place in the tree of all courses: what has been gone through so far. */
export interface Mark {
  course: Course | null;
  /** By what came next: a step and its exit, or a word for what else there is to tell. */
  onward: Map<string, Map<string, Mark>>;
  /** Where it went on to last: mostly there again. */
  last: Mark | null;
  /** How it was come to; null at the root. */
  from: { mark: Mark; kind: Kind; step: string; way: string } | null;
}

export const newMark = (from: Mark["from"] = null): Mark => ({ course: null, onward: new Map(), last: null, from });

/** The mark that follows; the same for the same. Both words are few and long-lived, so nothing is put together or compared. */
export function onward(mark: Mark, kind: Kind, step: string, way: string): Mark {
  const { last } = mark;
  if (last?.from?.step === step && last.from.way === way) return last;
  let ways = mark.onward.get(step);
  if (!ways) mark.onward.set(step, (ways = new Map()));
  let next = ways.get(way);
  if (!next) ways.set(way, (next = newMark({ mark, kind, step, way })));
  return (mark.last = next);
}

/** All of a kind that led to a mark, in order. */
export function leadingTo(mark: Mark, kind: Kind): { step: string; way: string }[] {
  const all: { step: string; way: string }[] = [];
  for (let { from } = mark; from; { from } = from.mark) if (from.kind === kind) all.push(from);
  return all.toReversed();
}

/** The mark that follows where a step has changed something; the same where the same has been changed. */
export function onwardBy(mark: Mark, node: string, { tags = [], ...changed }: Changed): Mark {
  let next = onward(mark, "else", node, "changed");
  for (const name in changed) next = onward(next, "else", name, changed[name as keyof typeof changed] ?? "");
  for (const { id } of tags) next = onward(next, "else", "tags", id);
  return next;
}
