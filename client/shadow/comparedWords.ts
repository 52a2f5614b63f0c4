import type { TFunction } from "i18next";
import type { Compared } from "#shared/api/shadow.ts";
import { joinWords } from "#shared/language/text.ts";
import type { Speech } from "#shared/language/speech.ts";

const lists = { team: "teams", teammate: "teammates", tag: "tags" } as const;

/** What teammates made of one thing, in a sentence. */
export function comparedWords(
  { of, verdict, did, by: whom }: Compared,
  t: TFunction<"shadow">,
  { name, say }: Speech,
): string {
  const by = whom ?? t("somebody");
  if (verdict === "same") return t("sameBy", { by });
  if (verdict === "nothing") return of === "priority" ? t("no_priority") : t(`not_${of}`);
  if (verdict === "incomparable") return of === "priority" ? t("no_priority") : t("no_tag");
  const [first = null] = did;
  if (first === null) return t("did_nobody", { by });
  if (of === "state" || of === "priority")
    return first === "closed" || first === "snoozed" ? t(`did_${first}`, { by }) : t("did_open", { by });
  const names = did.flatMap((id) => (id === null ? [] : [name(lists[of], id)]));
  return t(`did_${of}`, { by, what: joinWords(names, say("and", "y")) });
}
