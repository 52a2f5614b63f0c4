import { text } from "../language/text.ts";
import { answersOf } from "../nodes/answersOf.ts";
import { refsIn } from "../nodes/refsIn.ts";
import { findField, isGone } from "../template/findField.ts";
import { stepIn } from "../template/reference.ts";
import type { Lists } from "../workspace/lists.ts";
import { type Checked, error } from "./checked.ts";
import type { Fault } from "./fault.ts";
import type { Reach } from "./reach.ts";

/** What is wrong with the values that a step's settings refer to. */
export function referenceFaults(
  { node, spec, config }: Checked,
  byId: ReadonlyMap<string, Checked>,
  reach: Reach,
  lists: Lists | null,
): Fault[] {
  if (config === null) return [];
  const before = reach(node.id);
  return refsIn(spec, config).flatMap(({ field, ref }) => {
    const place = { node: node.id, field };
    const step = stepIn(ref);
    if (isGone(ref, lists))
      return [
        error(
          "gone",
          text(
            "A value no longer exists in Intercom. Choose a replacement.",
            "Un valor ya no existe en Intercom. Elige un sustituto.",
          ),
          place,
        ),
      ];
    const earlier = step ? byId.get(step.node) : undefined;
    if (step && earlier && before.has(step.node) && isNoLongerGiven(earlier, step.field, lists))
      return [
        error(
          "gone",
          text(
            "An earlier step no longer gives one of the values here. Choose another.",
            "Un paso anterior ya no da uno de los valores de aquí. Elige otro.",
          ),
          place,
        ),
      ];
    return (step ? before.has(step.node) : findField(ref, lists) !== null)
      ? []
      : [
          error(
            "unknown-value",
            text(
              "A value comes from a step that does not come before this one, or no longer exists. Choose another.",
              "Un valor viene de un paso que no está antes de este o que ya no existe. Elige otro.",
            ),
            place,
          ),
        ];
  });
}

/** Whether what an earlier step gives goes by its settings, and the lists if it is no trigger, all known, and this is not among it. */
const isNoLongerGiven = ({ node, spec, config }: Checked, field: string, lists: Lists | null): boolean =>
  config !== null &&
  spec.kind !== "condition" &&
  (lists !== null || spec.kind === "trigger") &&
  spec.gives !== undefined &&
  !answersOf(spec, node.config, lists).some((given) => given.field === field);
