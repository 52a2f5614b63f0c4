import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Suggestion, SuggestionPart } from "#shared/suggestions/suggestion.ts";
import type { Speech } from "#shared/language/speech.ts";
import { SuggestionCases } from "./SuggestionCases.tsx";
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
  const { all, learned, checked, todays } = suggestion;
  const [open, setOpen] = useState<SuggestionPart | null>(null);
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
        <Figure name={t("learned")} value={share(learned)} onOpen={() => setOpen("learned")} />
        <Figure name={t("checked")} value={share(checked)} onOpen={() => setOpen("checked")} />
        <Figure
          name={t("draft")}
          value={t("draftFigures", { matched: count(all.matched, speech), went: count(all.went, speech) })}
          onOpen={() => setOpen("all")}
        />
      </dl>
      {todays && <p className={classes.quiet}>{t("todays")}</p>}
      {open && <SuggestionCases suggestion={suggestion} part={open} name={name} onClose={() => setOpen(null)} />}
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

interface FigureProps {
  name: string;
  value: string;
  /** Shows its conversations. */
  onOpen?(): void;
}

function Figure({ name, value, onOpen }: FigureProps) {
  return (
    <div className={classes.figure}>
      <dt>{name}</dt>
      <dd className="tabular">
        {onOpen ? (
          <button type="button" className={classes.open} aria-label={`${name}: ${value}`} onClick={onOpen}>
            {value}
          </button>
        ) : (
          value
        )}
      </dd>
    </div>
  );
}
