import { Button, VisuallyHidden } from "@mantine/core";
import { CircleCheck, CircleMinus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Suggestion } from "#shared/suggestions/suggestion.ts";
import type { Speech } from "#shared/language/speech.ts";
import classes from "./Suggestions.module.css";
import { count, draftName, percent, suggestionWords } from "./suggestionWords.ts";

interface Props {
  suggestion: Suggestion;
  speech: Speech;
  disabled: boolean;
  onUse: (name: string) => void;
}

/** A rule that people follow: what was found as a sentence, how it held, and its draft. */
export function SuggestionCard({ suggestion, speech, disabled, onUse }: Props) {
  const { t } = useTranslation("suggestions");
  const { all, learned, checked, examples, todays } = suggestion;
  const name = draftName(suggestion, speech, t);
  const share = ({ went, matched }: { went: number; matched: number }) =>
    t("share", {
      share: percent(went, matched, speech),
      went: count(went, speech),
      matched: count(matched, speech),
    });
  return (
    <li className={classes.card}>
      <p className={classes.sentence}>{suggestionWords(suggestion, speech, t)}</p>
      <dl className={classes.figures}>
        <Figure name={t("base")} value={percent(all.base, 1, speech)} />
        <Figure name={t("learned")} value={share(learned)} />
        <Figure name={t("checked")} value={share(checked)} />
        <Figure
          name={t("draft")}
          value={t("draftFigures", { matched: count(all.matched, speech), went: count(all.went, speech) })}
        />
      </dl>
      {todays && <p className={classes.quiet}>{t("todays")}</p>}
      <details className={classes.examples}>
        <summary>{t("examples")}</summary>
        <ul>
          {examples.map(({ id, title, excerpt, went }) => (
            <li key={id} data-went={went}>
              {went ? <CircleCheck size={16} aria-hidden /> : <CircleMinus size={16} aria-hidden />}
              <span>
                <VisuallyHidden>{went ? t("went") : t("wentNot")} </VisuallyHidden>
                <Link to={`/why?conversation=${encodeURIComponent(id)}`}>{title || excerpt || t("untitled")}</Link>
              </span>
            </li>
          ))}
        </ul>
      </details>
      <Button
        className={classes.use ?? ""}
        variant="default"
        disabled={disabled}
        aria-label={t("useNamed", { name })}
        onClick={() => onUse(name)}
      >
        {t("use")}
      </Button>
    </li>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div className={classes.figure}>
      <dt>{name}</dt>
      <dd className="tabular">{value}</dd>
    </div>
  );
}
