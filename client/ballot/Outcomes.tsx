import { useTranslation } from "react-i18next";
import type { DoneSteps } from "#shared/api/ballots.ts";
import { useSpeech } from "../i18n/useSpeech.ts";
import classes from "./Ballot.module.css";
import { doneWords } from "./doneWords.ts";

/** Two outcomes beside each other, in words. */
export function Outcomes({ lines }: { lines: readonly (readonly [name: string, done: DoneSteps])[] }) {
  const { t } = useTranslation("ballot");
  const speech = useSpeech();
  const words = { nothing: t("nothing"), notIn: t("notIn") };
  return (
    <dl className={classes.outcomes}>
      {lines.map(([name, done]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{doneWords(done, speech, words)}</dd>
        </div>
      ))}
    </dl>
  );
}
