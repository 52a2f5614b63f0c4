import { useTranslation } from "react-i18next";
import type { ShadowPart, ShadowSummary } from "#shared/api/shadow.ts";
import { joinWords } from "#shared/language/text.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { useSpeech } from "../i18n/useSpeech.ts";
import classes from "./Shadow.module.css";

interface Props {
  summary: ShadowSummary;
  part: ShadowPart | null;
  onPart(part: ShadowPart | null): void;
}

/** As the bar shows them, left to right. */
const parts = ["same", "otherwise", "nothing", "incomparable", "unknown"] as const;

/** How it compares, in two sentences and as one bar; each number shows what it counts. What is unknown is hatched. */
export function ShadowHeadline({ summary, part, onPart }: Props) {
  const { t } = useTranslation("shadow");
  const { language } = useLanguage();
  const { say } = useSpeech();
  const { acted, unknown, idle } = summary;
  const number = new Intl.NumberFormat(language);
  const shown = (value: number) => number.format(value);
  const did = (["same", "otherwise", "nothing"] as const)
    .filter((each) => summary[each] > 0)
    .map((each) => t(`in_${each}`, { number: shown(summary[each]) }));
  const chips: ShadowPart[] = [
    "acted",
    ...parts.filter((each) => summary[each] > 0),
    ...(idle > 0 ? ["idle" as const] : []),
  ];
  return (
    <section className={classes.headline} aria-label={t("list")}>
      <p className={classes.sentence}>
        {t(summary.conversations ? "acted_conversations" : "acted_cases", { count: acted })}{" "}
        {did.length > 0 && t("teammates", { what: joinWords(did, say("and", "y")) })}{" "}
        {unknown > 0 && t("notKnown", { number: shown(unknown) })}
      </p>
      {acted > 0 && (
        <div className={classes.bar} aria-hidden>
          {parts.map(
            (each) =>
              summary[each] > 0 && (
                <span key={each} className={classes.band} data-part={each} style={{ flexGrow: summary[each] }} />
              ),
          )}
        </div>
      )}
      <div className={classes.chips} role="group" aria-label={t("partTitle")}>
        {chips.map((each) => (
          <button
            key={each}
            type="button"
            className={classes.chip}
            data-part={each}
            aria-pressed={part === each}
            onClick={() => onPart(part === each ? null : each)}
          >
            <span className={classes.swatch} data-part={each} aria-hidden />
            {t(`part_${each}`)} <strong className="tabular">{shown(summary[each])}</strong>
          </button>
        ))}
      </div>
    </section>
  );
}
