import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { query } from "../api/query.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { Callout } from "../ui/Callout.tsx";
import classes from "./Ballot.module.css";
import { changedWords } from "./changedWords.ts";
import { heldWords } from "./heldWords.ts";

/** What publishing a draft would change in past conversations, what was voted on it, and the way to the ballot. For a saved draft. */
export function BallotTally({ workflow }: { workflow: string }) {
  const { t } = useTranslation("ballot");
  const { language } = useLanguage();
  const asked = useQuery({ ...query("getBallot", { params: { id: workflow } }), staleTime: 0 });
  // Publishing does not depend on it: without an answer nothing is said.
  if (asked.error || asked.data?.version === null) return null;
  if (!asked.data) return <p className={classes.quiet}>{t("looking")}</p>;
  const { changed, total, tally, expected, broken } = asked.data;
  if (total === 0) return null;
  const words = heldWords(asked.data, t, language);
  return (
    <div className={classes.tally}>
      <p>{changedWords(asked.data, t, language)}</p>
      {changed > 0 && <p>{t("tally", { ...tally })}</p>}
      {expected > 0 &&
        (broken.length > 0 ? (
          <Callout tone="warn" title={words}>
            <ul className={classes.broken}>
              {broken.slice(0, 3).map(({ conversation, contactName, title, excerpt }) => (
                <li key={conversation}>{[contactName, title || excerpt].filter((part) => part !== "").join(": ")}</li>
              ))}
            </ul>
          </Callout>
        ) : (
          <p>{words}</p>
        ))}
      <Link className={classes.link} to={`/workflows/${workflow}/ballot`}>
        {t("open")}
      </Link>
    </div>
  );
}
