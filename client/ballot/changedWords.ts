import type { TFunction } from "i18next";
import type { Ballot } from "#shared/api/ballots.ts";
import type { Language } from "#shared/language/text.ts";

/** In how many past conversations the outcome changes, in a sentence. */
export function changedWords(
  { total, changed }: Pick<Ballot, "total" | "changed">,
  t: TFunction<"ballot">,
  language: Language,
): string {
  const number = new Intl.NumberFormat(language);
  if (total === 0) return t("noConversations");
  const told = { total: number.format(total), n: number.format(changed) };
  return changed === 0 ? t("unchanged", told) : t("changed", { ...told, count: changed });
}
