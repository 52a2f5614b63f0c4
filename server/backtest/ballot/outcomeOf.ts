import { createHash } from "node:crypto";
import type { DoneSteps } from "#shared/api/ballots.ts";
import type { Course } from "../course.ts";
import type { Prepared } from "../prepare.ts";
import type { Changed } from "../replay.ts";

/** A short name for a text: the same for the same. */
export const digest = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 24);

/** The same for what changes the same. */
const changedKey = (changed: Changed | null): string => {
  if (changed === null) return "";
  const { teamId, teammateId, state, priority, tags } = changed;
  return [teamId, teammateId, state, priority, tags?.map(({ id }) => id).join(" ")]
    .map((each) => each ?? "-")
    .join("/");
};

/** What a drawing does in a conversation: the same key for the same. */
export interface DrawnOutcome {
  key: string;
  done: DoneSteps;
}

/**
 * What a course comes to for whoever is affected: what changes of the conversation, whatever step changes it, and else the step with its
 * settings (a reply with other words is another outcome).
 */
export function outcomeOf(course: Course, { document }: Pick<Prepared, "document">): DrawnOutcome {
  const parts: string[] = [];
  const steps: DoneSteps["steps"] = [];
  for (const { node, changed } of course.acts) {
    const drawn = document.nodes.find(({ id }) => id === node);
    if (!drawn) continue;
    const { type, config } = drawn;
    steps.push({ type, config });
    parts.push(changed ? changedKey(changed) : JSON.stringify([type, config]));
  }
  const entered = course.runs > 0;
  // Being let in and doing nothing is the same to everybody as not being let in.
  return { key: digest(JSON.stringify(parts)), done: { entered, steps } };
}

/** The step where two courses part: the last that both reached, or whose exits or effects differ; null where only one was entered. */
export function partsAt(now: Course, draft: Course): string | null {
  if (now.runs === 0 || draft.runs === 0) return null;
  let last: string | null = null;
  for (const [index, exit] of now.exits.entries()) {
    const other = draft.exits[index];
    if (!other || other.node !== exit.node) break;
    last = exit.node;
    if (other.outlet !== exit.outlet) return last;
  }
  const act = draft.acts.find((each, index) => {
    const other = now.acts[index];
    return !other || other.node !== each.node || changedKey(other.changed) !== changedKey(each.changed);
  });
  const isCommon = act !== undefined && now.nodes.has(act.node);
  return isCommon ? act.node : (last ?? act?.node ?? null);
}
