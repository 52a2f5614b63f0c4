/** Steps of a drawing that start each other round and round, in order, from a trigger to the step that starts it again. */
export interface RingMark {
  steps: readonly string[];
  /** What stands at the line that closes it. */
  label: string;
}

/** Whether a line leads from one step of a ring to the next. */
export const isInRing = (rings: readonly RingMark[], from: string, to: string): boolean =>
  rings.some(({ steps }) => steps.some((step, place) => step === from && steps[place + 1] === to));
