import { VisuallyHidden } from "@mantine/core";
import { Check, CircleAlert, Info } from "lucide-react";
import { useTranslation } from "react-i18next";
import { isMet, type Need } from "#shared/templates/workflowTemplate.ts";
import type { Lists } from "#shared/workspace/lists.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import classes from "./NeedList.module.css";

interface Props {
  needs: readonly Need[];
  lists: Lists | null;
}

/** What a template needs: with a tick where the workspace has it, and a word where it has not. */
export function NeedList({ needs, lists }: Props) {
  const { t } = useTranslation("templates");
  const { pick } = useLanguage();
  if (needs.length === 0) return <p className={classes.nothing}>{t("needsNothing")}</p>;
  return (
    <ul className={classes.needs}>
      {needs.map((need) => {
        const met = isMet(need, lists);
        const Icon = met === null ? Info : met ? Check : CircleAlert;
        return (
          <li key={need.words.en} className={classes.need} data-met={met ?? "unknown"}>
            <Icon size={16} aria-hidden className={classes.icon} />
            <span>
              {met && <VisuallyHidden>{t("met")} </VisuallyHidden>}
              {pick(need.words)}
              {met === false && <span className={classes.lacking}>: {t("lacking")}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
