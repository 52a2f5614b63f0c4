import { joinWords, text } from "../language/text.ts";
import type { Fault } from "./fault.ts";
import type { Ring } from "./rings.ts";

/** The steps of a ring that stand in one workflow's drawing. */
export const stepsIn = ({ legs }: Ring, workflow: string): string[] => [
  ...new Set(legs.filter((leg) => leg.workflow === workflow).flatMap(({ steps }) => steps)),
];

/** Rings in words, at the step by which each leaves the workflow. One with a condition in it is taken to be meant. */
export function ringFaults(rings: readonly Ring[], workflow: string): Fault[] {
  return rings
    .filter(({ guarded }) => !guarded)
    .map((ring): Fault => {
      const others = ring.legs.slice(1).filter((leg) => leg.workflow !== workflow);
      const english = joinWords(
        others.map(({ name }) => `“${name}”`),
        "and",
      );
      const spanish = joinWords(
        others.map(({ name }) => `«${name}»`),
        "y",
      );
      const acting = ring.legs[0]?.steps.at(-1);
      return {
        level: "advice",
        code: "ring",
        ...(acting === undefined ? {} : { node: acting }),
        ring: stepsIn(ring, workflow),
        text:
          others.length === 0
            ? text(
                "What this step does starts this workflow again, round and round. Put a condition in between that ends it.",
                "Lo que hace este paso vuelve a iniciar este flujo, una y otra vez. Pon en medio una condición que lo detenga.",
              )
            : text(
                `What this step does starts this workflow again by way of ${english}, round and round. Put a condition in between that ends it.`,
                `Lo que hace este paso vuelve a iniciar este flujo a través de ${spanish}, una y otra vez. Pon en medio una condición que lo detenga.`,
              ),
      };
    });
}
