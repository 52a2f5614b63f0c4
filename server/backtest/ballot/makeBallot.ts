import type { DoneSteps } from "#shared/api/ballots.ts";
import type { Past } from "#shared/archive/past.ts";
import { briefOf } from "../cases.ts";
import type { Course } from "../course.ts";
import type { Simulation } from "../simulation.ts";
import { digest, type DrawnOutcome, outcomeOf, partsAt } from "./outcomeOf.ts";

/** What of the ballot the simulating thread can tell: votes are not its concern. */
export interface ComparedDrawings {
  total: number;
  changed: number;
  groups: { id: string; node: string | null; now: DoneSteps; draft: DoneSteps; conversations: string[] }[];
  /** For conversations that are asked for: what the draft comes to. Those that the archive no longer has are left out. */
  outcomes: {
    conversation: string;
    key: string;
    done: DoneSteps;
    contactName: string;
    title: string;
    excerpt: string;
  }[];
  /** The keys of the two outcomes of each group, by its id: votes are kept under them. */
  keys: Record<string, { now: string; draft: string }>;
}

/** Two simulations over the same conversations: where they come to something else, grouped by the step where they part. */
export function makeBallot(
  pasts: readonly Past[],
  now: Simulation,
  draft: Simulation,
  asked: readonly string[],
): ComparedDrawings {
  const known = { now: new Map<Course, DrawnOutcome>(), draft: new Map<Course, DrawnOutcome>() };
  const outcome = (side: "now" | "draft", { prepared }: Simulation, course: Course) => {
    let one = known[side].get(course);
    if (!one) known[side].set(course, (one = outcomeOf(course, prepared)));
    return one;
  };
  const groups = new Map<string, ComparedDrawings["groups"][number]>();
  const keys: ComparedDrawings["keys"] = {};
  const outcomes: ComparedDrawings["outcomes"] = [];
  const wanted = new Set(asked);
  let changed = 0;
  for (const [index, past] of pasts.entries()) {
    const [was, is] = [now.courses[index], draft.courses[index]];
    if (!was || !is) continue;
    const [before, after] = [outcome("now", now, was), outcome("draft", draft, is)];
    if (wanted.has(past.id))
      outcomes.push({
        conversation: past.id,
        key: after.key,
        done: after.done,
        ...briefOf(past),
      });
    if (before.key === after.key) continue;
    changed += 1;
    const node = partsAt(was, is);
    const id = digest(JSON.stringify([node, before.key, after.key]));
    let group = groups.get(id);
    if (!group) {
      groups.set(id, (group = { id, node, now: before.done, draft: after.done, conversations: [] }));
      keys[id] = { now: before.key, draft: after.key };
    }
    group.conversations.push(past.id);
  }
  return {
    total: pasts.length,
    changed,
    groups: [...groups.values()].toSorted((a, b) => b.conversations.length - a.conversations.length),
    outcomes,
    keys,
  };
}
