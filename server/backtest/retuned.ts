import type { Past } from "#shared/archive/past.ts";
import type { Scope } from "#shared/events/facts.ts";
import type { Context, Registry } from "#shared/nodes/define.ts";
import { type Course, newMark } from "./course.ts";
import { firstIn, type Firsts, Passage, type PassageOptions } from "./goThrough.ts";
import { prepare, type Prepared } from "./prepare.ts";

/** By which exit the one run of a conversation left a step; null where there are several, or it went through a step more than once. */
const exitOf = ({ runs, exits, twice }: Course, node: string): string | null =>
  runs === 1 && !twice ? (exits.find((exit) => exit.node === node)?.outlet ?? null) : null;

/** All about a condition that its settings do not decide: its lines, and whether what it goes by is only known as it is today. */
function surroundings({ document, notes }: Prepared, node: string): string {
  const { type, once, onFail } = document.nodes.find(({ id }) => id === node) ?? {};
  const { kind, decides, decidesByPerson } = notes.get(node) ?? {};
  const lines = document.edges.flatMap(({ from, outlet, to }) => (from === node ? [`${outlet}>${to}`] : []));
  return JSON.stringify([type, once, onFail, kind, decides, decidesByPerson, lines.toSorted()]);
}

/** At its beginning a run has no answers. */
const noReplies: Context["replies"] = new Map();

/** A condition that a run comes to before it has asked for anything. */
interface Early {
  /** By which exit it was left. */
  exit: string;
  /** What has to be known of the event for it to be so: what the conditions up to it go by. */
  needs: readonly Scope[];
}

/** Null where a course comes to a condition in another way, or several times. */
function earlyIn({ compiled }: Prepared, course: Course, node: string): Early | null {
  const exit = exitOf(course, node);
  if (exit === null) return null;
  const upToIt = course.exits.slice(0, course.exits.findIndex((each) => each.node === node) + 1);
  const steps = upToIt.map((each) => compiled.nodes[compiled.indexOf.get(each.node) ?? -1]);
  const isEarly = steps.every((step) => step?.kind === "trigger" || step?.kind === "condition");
  return isEarly ? { exit, needs: [...new Set(steps.flatMap((step) => step?.needs ?? []))] } : null;
}

/**
 * Where nothing but the settings of one condition was edited: tells whether a conversation still leaves it by the same exit, and so goes on as it
 * did. Where a run comes to it at once, it alone is asked; else the conversation goes through the drawing cut off behind it, which is quicker than
 * all of it. Null where more was edited.
 */
export function retuned(
  before: Prepared,
  after: Prepared,
  edited: ReadonlySet<string>,
  firsts: Firsts,
  { registry, ...options }: PassageOptions & { registry: Registry },
): ((past: Past, course: Course) => boolean) | null {
  const [node, ...others] = edited;
  const condition = after.compiled.nodes.find(({ id }) => id === node);
  if (node === undefined || others.length > 0 || condition?.kind !== "condition") return null;
  if (surroundings(before, node) !== surroundings(after, node)) return null;
  const { document } = after;
  const upToIt = prepare({ ...document, edges: document.edges.filter(({ from }) => from !== node) }, registry);
  const passage = new Passage(upToIt, newMark(), firsts, options);
  const early = new Map<Course, Early | null>();
  const earlyOf = (course: Course): Early | null => {
    let known = early.get(course);
    if (known === undefined) early.set(course, (known = earlyIn(after, course, node)));
    return known;
  };
  return (past, course) => {
    const at = earlyOf(course);
    const first = at && firstIn(after, past, firsts);
    if (at && first && at.needs.every((scope) => first.facts[scope] !== undefined))
      return condition.decision.decide({ facts: first.facts, replies: noReplies }, first.at) === at.exit;
    const exit = exitOf(course, node);
    return exit !== null && exitOf(passage.through(past), node) === exit;
  };
}
