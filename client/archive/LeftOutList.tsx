import { useTranslation } from "react-i18next";
import type { LeftOut } from "#shared/api/archive.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import classes from "./Imports.module.css";

/** Reasons with how often each, the most frequent first, and examples of where. */
export function LeftOutList({ reasons }: { reasons: LeftOut["reasons"] }) {
  const { t } = useTranslation("archive");
  const { pick } = useLanguage();
  return (
    <ul className={classes.reasons}>
      {reasons.map(({ why, count, examples }) => (
        <li key={why.en} className={classes.reason}>
          <div className={classes.line}>
            <strong>{pick(why)}</strong>
            <span className={`${classes.quiet} tabular`}>{t("times", { count })}</span>
          </div>
          <ul className={classes.examples}>
            {examples.map(({ line, conversation, words }) => (
              <li key={`${line} ${conversation} ${words}`} className={classes.example}>
                <span className={`${classes.where} tabular`}>
                  {[
                    ...(line === null ? [] : [t("line", { line })]),
                    ...(conversation === null ? [] : [t("conversation", { id: conversation })]),
                  ].join(" · ")}
                </span>
                {words !== "" && <span className={classes.quote}>{words}</span>}
              </li>
            ))}
            {count > examples.length && examples.length > 0 && (
              <li className={classes.quiet}>{t("andMore", { count: count - examples.length })}</li>
            )}
          </ul>
        </li>
      ))}
    </ul>
  );
}
