import type { TFunction } from "i18next";
import type { Ballot } from "#shared/api/ballots.ts";
import type { Language } from "#shared/language/text.ts";

/** How many of the expected outcomes the draft keeps to, in a sentence. */
export function heldWords(
  { expected, held }: Pick<Ballot, "expected" | "held">,
  t: TFunction<"ballot">,
  language: Language,
): string {
  const number = new Intl.NumberFormat(language);
  const n = number.format(expected);
  if (held === expected) return t("heldAll", { count: expected, n });
  return t("brokenSome", { broken: number.format(expected - held), n });
}
