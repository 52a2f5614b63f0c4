import { text } from "../language/text.ts";
import { outletsOf } from "../nodes/define.ts";
import { type Checked, error } from "./checked.ts";
import type { WorkflowDocument } from "./document.ts";
import type { Fault } from "./fault.ts";
import type { Reach } from "./reach.ts";

/** What is wrong with each line by itself, and circles. */
export function lineFaults(document: WorkflowDocument, byId: ReadonlyMap<string, Checked>, reach: Reach): Fault[] {
  const ids = new Set(document.nodes.map(({ id }) => id));
  const taken = new Set<string>();
  return document.edges.flatMap((edge) => {
    const place = { node: ids.has(edge.from) ? edge.from : edge.to, outlet: edge.outlet };
    const from = byId.get(edge.from);
    if (!ids.has(edge.from) || !ids.has(edge.to))
      return [
        error(
          "loose-line",
          text(
            "A line leads to a step that is not there. Delete the line.",
            "Una línea lleva a un paso que no existe. Borra la línea.",
          ),
          place,
        ),
      ];
    const faults: Fault[] = [];
    const key = `${edge.from}:${edge.outlet}`;
    if (taken.has(key))
      faults.push(
        error(
          "two-lines",
          text("Two lines leave the same exit. Keep one.", "Dos líneas salen de la misma salida. Deja una."),
          place,
        ),
      );
    taken.add(key);
    if (from?.config && !outletsOf(from.spec, from.config, from.node.onFail).some(({ id }) => id === edge.outlet))
      faults.push(
        error(
          "unknown-exit",
          text(
            "A line leaves an exit that no longer exists. Join it to another exit.",
            "Una línea sale de una salida que ya no existe. Únela a otra salida.",
          ),
          place,
        ),
      );
    if (byId.get(edge.to)?.spec.kind === "trigger")
      faults.push(
        error(
          "line-into-trigger",
          text(
            "A line leads into a trigger. Triggers only start workflows.",
            "Una línea entra en un disparador. Los disparadores solo inician flujos.",
          ),
          place,
        ),
      );
    if (edge.from === edge.to || reach(edge.from).has(edge.to))
      faults.push(
        error(
          "circle",
          text(
            "These lines go round in a circle. Remove one of them.",
            "Estas líneas dan vueltas en círculo. Quita una de ellas.",
          ),
          place,
        ),
      );
    return faults;
  });
}

/** Steps inside a loop or a branch come back by themselves: a line from there to what follows would run it again and again. */
export function bodyFaults({ node, spec, config }: Checked, document: WorkflowDocument): Fault[] {
  if (spec.kind !== "flow" || config === null) return [];
  const bodies = spec.bodies(config);
  if (bodies.length === 0) return [];
  const behind = (outlets: (outlet: string) => boolean) => {
    const found = new Set<string>();
    const queue = document.edges.filter(({ from, outlet }) => from === node.id && outlets(outlet)).map(({ to }) => to);
    for (let step = queue.pop(); step !== undefined; step = queue.pop()) {
      if (found.has(step)) continue;
      found.add(step);
      queue.push(...document.edges.filter(({ from }) => from === step).map(({ to }) => to));
    }
    return found;
  };
  const after = behind((outlet) => !bodies.includes(outlet));
  const leaks = bodies.some((body) => [...behind((outlet) => outlet === body)].some((step) => after.has(step)));
  return leaks
    ? [
        error(
          "out-of-body",
          text(
            "A line leads from inside this step to what comes after it. Let the inner steps end by themselves.",
            "Una línea va del interior de este paso a lo que viene después. Deja que los pasos de dentro terminen solos.",
          ),
          { node: node.id },
        ),
      ]
    : [];
}
