import type { Past } from "#shared/archive/past.ts";
import type { Registry } from "#shared/nodes/define.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { type Course, newMark } from "./course.ts";
import { type EachReplay, type Firsts, firstsOf, Passage } from "./goThrough.ts";
import { prepare, type Prepared } from "./prepare.ts";
import { retuned } from "./retuned.ts";

/** Which way every conversation of an archive would have gone through one drawing. */
export interface Simulation {
  prepared: Prepared;
  /** By place among the conversations that were given. */
  courses: readonly Course[];
  firsts: Firsts;
  /** How many were gone through anew for it, and not taken over from the simulation before. */
  decided: number;
}

export interface SimulationDeps {
  registry: Registry;
  pasts: readonly Past[];
  /** What is known of the past ends here, epoch milliseconds. */
  horizon: number;
  callee(workflow: string): Prepared | null;
  /** Asked now and then: it is not wanted any more. */
  isStopped?(): boolean;
  /** Told as often how far it is: from 0 to 1. */
  onShare?: (share: number) => void;
  each?: (past: Past, ...told: Parameters<EachReplay>) => void;
}

/** So many conversations between two looks whether it is still wanted. */
const stride = 256;

/** Steps that are not as they were, or whose lines are not; all where triggers are not as they were. */
function touched(before: Prepared, after: Prepared): ReadonlySet<string> | "all" {
  const described = ({ document }: Prepared) => {
    const lines = new Map<string, string[]>();
    for (const { from, outlet, to } of document.edges) lines.set(from, [...(lines.get(from) ?? []), `${outlet}>${to}`]);
    return new Map(
      document.nodes.map(({ id, type, config, onFail, once }) => [
        id,
        JSON.stringify([type, config, onFail, once, (lines.get(id) ?? []).toSorted()]),
      ]),
    );
  };
  const [was, is] = [described(before), described(after)];
  const changed = [...new Set([...was.keys(), ...is.keys()])].filter((id) => was.get(id) !== is.get(id));
  const triggers = new Set([...before.ways, ...after.ways].map(({ trigger }) => trigger));
  // A changed line out of a trigger changes no verdict of its own: whoever came in is gone through again.
  const settings = ({ document }: Prepared) =>
    JSON.stringify(
      document.nodes.filter(({ id }) => triggers.has(id)).map(({ id, type, config, once }) => [id, type, config, once]),
    );
  return settings(before) === settings(after) ? new Set(changed) : "all";
}

/**
 * Goes through a drawing with every conversation; with those that an edit cannot have touched not again.
 * Null where it was stopped.
 * @param before what the last simulation decided, by place among the same conversations; undefined for what is new.
 * @throws Error where the lines make a circle.
 */
export function simulate(
  document: WorkflowDocument,
  deps: SimulationDeps,
  before: { prepared: Prepared; courses: readonly (Course | undefined)[] } | null,
): Simulation | null {
  const { registry, pasts, horizon, callee, each } = deps;
  const prepared = prepare(document, registry);
  const edited = before && !each ? touched(before.prepared, prepared) : "all";
  const firsts = firstsOf(prepared, pasts);
  const root = newMark();
  const courses: Course[] = [];
  const stays = new Map<Course, boolean>();
  const isAsBefore = (course: Course): boolean => {
    let same = stays.get(course);
    if (same === undefined)
      stays.set(course, (same = edited !== "all" && [...course.nodes].every((node) => !edited.has(node))));
    return same;
  };
  let decided = 0;
  let current: Past | null = null;
  const told: EachReplay | undefined = each && ((...told) => current && each(current, ...told));
  const passage = new Passage(prepared, root, firsts, { horizon, callee }, told);
  const answersAsBefore =
    before && edited !== "all"
      ? retuned(before.prepared, prepared, edited, firsts, { registry, horizon, callee })
      : null;
  for (const past of pasts) {
    const index = courses.length;
    if (index % stride === 0) {
      if (deps.isStopped?.()) return null;
      deps.onShare?.(index / pasts.length);
    }
    const known = edited === "all" ? undefined : before?.courses[index];
    if (known && (isAsBefore(known) || answersAsBefore?.(past, known))) courses.push(known);
    else {
      decided += 1;
      current = past;
      courses.push(passage.through(past));
    }
  }
  return { prepared, courses, firsts, decided };
}
