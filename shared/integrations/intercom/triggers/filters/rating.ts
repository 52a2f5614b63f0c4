import type { Event } from "../../../../events/event.ts";
import type { Speech } from "../../../../language/speech.ts";
import { text, type Text } from "../../../../language/text.ts";
import type { Verdict } from "../../../../nodes/define.ts";
import { choice } from "../../../../nodes/form.ts";
import { acceptedIf } from "../verdicts.ts";

const ranges = {
  any: { label: text("Any rating", "Cualquier valoración"), least: 1, most: 5 },
  bad: { label: text("1 or 2", "1 o 2"), least: 1, most: 2 },
  notGood: { label: text("3 or less", "3 o menos"), least: 1, most: 3 },
  middling: { label: text("Exactly 3", "Exactamente 3"), least: 3, most: 3 },
  good: { label: text("4 or 5", "4 o 5"), least: 4, most: 5 },
  best: { label: text("Exactly 5", "Exactamente 5"), least: 5, most: 5 },
};
type Range = keyof typeof ranges;

const labels = Object.fromEntries(Object.entries(ranges).map(([key, { label }]) => [key, label])) as Record<
  Range,
  Text
>;

/** The setting that narrows a trigger to a range of ratings. */
export const ratingChoice = () => choice({ label: text("Rating", "Valoración") }, labels);

export function ratedWithin(range: Range, event: Event): Verdict {
  const score = event.facts.happening?.rating?.score ?? event.facts.conversation?.rating ?? null;
  const { least, most } = ranges[range];
  return acceptedIf(
    range === "any" || (score !== null && score >= least && score <= most),
    text("The rating is outside the range.", "La valoración está fuera del rango."),
  );
}

/** " 1 or 2" / " con 1 o 2", to end a sentence with; "" for any rating. */
export const ratingWords = (range: Range, { say, pick }: Speech): string => {
  const words = pick(ranges[range].label).toLowerCase();
  return range === "any" ? "" : say(` ${words}`, ` con ${words}`);
};
