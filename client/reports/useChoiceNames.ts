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
  const knownAs = (aspect: Aspect, key: string): string | undefined => {
    const list = listOf[aspect];
    if (key in words || list === null) return words[key] ?? key;
    const known =
      lists?.[list].find(({ id }) => id === key) ?? report.names.find((each) => each.list === list && each.id === key);
    return known?.name;
  };
  const nameless = new Map(
    report.matrices.map(({ aspect, rows, columns }) => {
      const keys = new Set([...rows.map(({ key }) => key), ...columns]);
      return [aspect, [...keys].filter((key) => knownAs(aspect, key) === undefined)] as const;
    }),
  );
  return (aspect, key) => {
    const number = (nameless.get(aspect)?.indexOf(key) ?? 0) + 1;
    const unnamed = {
      team: t("goneTeam", { number }),
      teammate: t("someone", { number }),
      tags: t("someTag", { number }),
      closed: key,
    };
    return knownAs(aspect, key) ?? unnamed[aspect];
  };
}
