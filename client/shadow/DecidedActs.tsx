import { useTranslation } from "react-i18next";
import type { ShadowAct, ShadowDecision } from "#shared/api/shadow.ts";
import { registry } from "#shared/integrations/manifest.ts";
import type { Speech } from "#shared/language/speech.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import { stepSentence } from "#shared/workflow/stepSentence.ts";
import { useSpeech } from "../i18n/useSpeech.ts";
import { comparedWords } from "./comparedWords.ts";
import classes from "./Shadow.module.css";
import { VerdictWord } from "./VerdictWord.tsx";

function actWords({ node }: ShadowAct, { nodes }: WorkflowDocument, speech: Speech): string {
  const step = nodes.find(({ id }) => id === node);
  return step ? stepSentence(step, registry, speech) : "";
}

interface Props {
  decision: ShadowDecision;
  /** The drawing of the version that decided. */
  document: WorkflowDocument | undefined;
}

/** What a workflow would have done, a line each, and beside it what teammates made of it. */
export function DecidedActs({ decision: { acts, outcome, verdict, doubts }, document }: Props) {
  const { t } = useTranslation("shadow");
  const speech = useSpeech(document);
  if (outcome === null) return <p className={classes.quiet}>{t("deciding")}</p>;
  return (
    <>
      {acts.length > 0 && (
        <ul className={classes.acts}>
          {acts.map((act, index) => (
            <li key={`${act.node}:${index}`} className={classes.act}>
              <span>{document ? actWords(act, document, speech) : ""}</span>
              <span className={classes.made}>
                {act.compared === null ? (
                  <VerdictWord verdict={null} />
                ) : act.compared.length === 0 ? (
                  <span className={classes.quiet}>{t("noTrace")}</span>
                ) : (
                  act.compared.map((compared) => {
                    // That nothing was done means nothing before teammates have had their time.
                    const isOpen = compared.verdict === "nothing" && verdict === null;
                    return (
                      <span key={compared.of + String(compared.wanted)} className={classes.compared}>
                        <VerdictWord verdict={isOpen ? null : compared.verdict} />
                        {!isOpen && <span className={classes.quiet}>{comparedWords(compared, t, speech)}</span>}
                      </span>
                    );
                  })
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {acts.length === 0 && outcome === "done" && <p className={classes.quiet}>{t("idle")}</p>}
      {outcome === "failed" && <p className={classes.quiet}>{t("failed")}</p>}
      {outcome === "waits" && <p className={classes.quiet}>{t("waits")}</p>}
      {doubts.map((doubt) => (
        <p key={doubt} className={classes.doubt}>
          <span className={classes.hatched}>{t("doubts")}</span>
          {t(`doubt_${doubt}`)}
        </p>
      ))}
    </>
  );
}
