import type { Past } from "#shared/archive/past.ts";
import type { Registry } from "#shared/nodes/define.ts";
import { type Course, newMark } from "./course.ts";
import { type Firsts, Passage, type PassageOptions } from "./goThrough.ts";
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

/**
 * Where nothing but the settings of one condition was edited: tells whether a conversation still leaves it by the same exit, and so goes on as it
 * did. It goes through the drawing cut off behind the condition, which is quicker than all of it. Null where more was edited.
 */
export function retuned(
  before: Prepared,
  after: Prepared,
  edited: ReadonlySet<string>,
  firsts: Firsts,
  { registry, ...options }: PassageOptions & { registry: Registry },
): ((past: Past, course: Course) => boolean) | null {
  const [node, ...others] = edited;
  if (node === undefined || others.length > 0 || after.notes.get(node)?.kind !== "condition") return null;
  if (surroundings(before, node) !== surroundings(after, node)) return null;
  const { document } = after;
  const upToIt = prepare({ ...document, edges: document.edges.filter(({ from }) => from !== node) }, registry);
  const passage = new Passage(upToIt, newMark(), firsts, options);
  return (past, course) => {
    const exit = exitOf(course, node);
    return exit !== null && exitOf(passage.through(past), node) === exit;
  };
}
