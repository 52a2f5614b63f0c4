import { useTranslation } from "react-i18next";
import type { Ballot } from "#shared/api/ballots.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { Callout } from "../ui/Callout.tsx";
import { Card } from "../ui/Card.tsx";
import classes from "./Ballot.module.css";
import { heldWords } from "./heldWords.ts";
import { Outcomes } from "./Outcomes.tsx";

/** How the draft keeps to the outcomes that were judged the better ones, and where it does not. */
export function Expected({ ballot }: { ballot: Ballot }) {
  const { t } = useTranslation("ballot");
  const { language } = useLanguage();
  const { expected, broken } = ballot;
  return (
    <Card title={t("expected")}>
      <p className={classes.quiet}>{t("expectedLead")}</p>
      {expected === 0 ? (
        <p>{t("expectedNone")}</p>
      ) : (
        <Callout tone={broken.length > 0 ? "warn" : "good"} title={heldWords(ballot, t, language)} />
      )}
      {broken.length > 0 && (
        <ul className={classes.cases}>
          {broken.map((each) => (
            <li key={each.conversation}>
              <div className={classes.said}>
                <p>
                  <strong>{each.contactName}</strong>
                </p>
                <p className={classes.excerpt}>{each.title || each.excerpt}</p>
                <Outcomes
                  lines={[
                    [t("expectedIs"), each.expected],
                    [t("draft"), each.draft],
                  ]}
                />
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
