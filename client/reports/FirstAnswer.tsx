import { Trans, useTranslation } from "react-i18next";
import type { Report } from "#shared/api/simulations.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { Card } from "../ui/Card.tsx";
import { durationWords } from "../ui/times.ts";
import { Figure } from "./Figure.tsx";
import { useFigures } from "./useFigures.ts";

/** How much earlier customers would have had an answer. */
export function FirstAnswer({ report: { firstReply } }: { report: Report }) {
  const { t } = useTranslation("reports");
  const { language } = useLanguage();
  const { count } = useFigures();
  const { saved, medianMs, meanMs, never, unknown } = firstReply;
  const rest = { never, unknown };
  const words = {
    never: saved > 0 ? "firstReplyNever" : "firstReplyNeverAlone",
    unknown: "firstReplyUnknown",
  } as const;
  return (
    <Card title={t("firstReply")}>
      {saved + never + unknown === 0 && <p>{t("firstReplyNone")}</p>}
      {saved > 0 && (
        <p>
          <Trans
            t={t}
            i18nKey="firstReplySaved"
            values={{
              n: count(saved),
              median: durationWords(medianMs ?? 0, language),
              mean: durationWords(meanMs ?? 0, language),
            }}
            components={{ saved: <Figure where={{ kind: "firstReply", how: "saved" }} count={saved} /> }}
          />
        </p>
      )}
      {(["never", "unknown"] as const).map(
        (how) =>
          rest[how] > 0 && (
            <p key={how}>
              <Trans
                t={t}
                i18nKey={words[how]}
                values={{ n: count(rest[how]) }}
                components={{ [how]: <Figure where={{ kind: "firstReply", how }} count={rest[how]} /> }}
              />
            </p>
          ),
      )}
    </Card>
  );
}
