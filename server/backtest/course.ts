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

/** A place in the tree of all courses: what has been gone through so far. */
export interface Mark {
  course: Course | null;
  /** By what came next: a step and its exit, or a word for what else there is to tell. */
  onward: Map<string, Map<string, Mark>>;
}

export const newMark = (): Mark => ({ course: null, onward: new Map() });

/** The mark that follows; the same for the same. Both words are few and long-lived, so nothing is put together or compared. */
export function onward(mark: Mark, step: string, way: string): Mark {
  let ways = mark.onward.get(step);
  if (!ways) mark.onward.set(step, (ways = new Map()));
  let next = ways.get(way);
  if (!next) ways.set(way, (next = newMark()));
  return next;
}

/** The same for what changes the same. */
export const changedKey = (changed: Changed | null): string => {
  if (changed === null) return "";
  const { teamId, teammateId, state, priority, tags } = changed;
  return [teamId, teammateId, state, priority, tags?.map(({ id }) => id).join(" ")]
    .map((each) => each ?? "-")
    .join("/");
};
