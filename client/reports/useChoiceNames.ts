import { useTranslation } from "react-i18next";
import { type Aspect, choices, type Report } from "#shared/api/simulations.ts";
import { useLists } from "../i18n/useSpeech.ts";

const listOf = { team: "teams", teammate: "teammates", tags: "tags", closed: null } as const;

/** The names of what a report speaks of: as the workspace has them, else as the archive does, else by a number. */
export function useChoiceNames(report: Report): (aspect: Aspect, key: string) => string {
  const { t } = useTranslation("reports");
  const lists = useLists();
  const words: Record<string, string> = {
    [choices.nobody]: t("nobody"),
    [choices.none]: t("unassigned"),
    [choices.others]: t("others"),
    [choices.closed]: t("closed"),
    [choices.wentOn]: t("wentOn"),
    [choices.unknown]: t("unknown"),
  };
  const numbers = new Map<Aspect, string[]>(
    report.matrices.map(({ aspect, rows, columns }) => [
      aspect,
      [...new Set([...rows.map(({ key }) => key), ...columns])].filter((key) => !(key in words)),
    ]),
  );
  return (aspect, key) => {
    const list = listOf[aspect];
    if (key in words || list === null) return words[key] ?? key;
    const known =
      lists?.[list].find(({ id }) => id === key) ?? report.names.find((each) => each.list === list && each.id === key);
    if (known) return known.name;
    const number = (numbers.get(aspect)?.indexOf(key) ?? 0) + 1;
    return { teams: t("goneTeam", { number }), teammates: t("someone", { number }), tags: t("someTag", { number }) }[
      list
    ];
  };
}
