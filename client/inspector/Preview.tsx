import { useTranslation } from "react-i18next";
import { inSentence } from "#shared/language/speech.ts";
import { joinWords } from "#shared/language/text.ts";
import type { Json, NodeType } from "#shared/nodes/define.ts";
import type { FormField } from "#shared/nodes/form.ts";
import classes from "./Inspector.module.css";
import { filledTexts } from "./filledTexts.ts";
import { useScope } from "./useScope.ts";

interface Props {
  spec: NodeType;
  fields: readonly FormField[];
  config: Readonly<Record<string, Json>>;
  /** Nothing is missing, so that the step's sentence has an end. */
  complete: boolean;
}

/** What the step will do, as a sentence, and its texts as the sample conversation would get them. */
export function Preview({ spec, fields, config, complete }: Props) {
  const { t } = useTranslation("inspector");
  const { facts, values, speech } = useScope();
  const read = spec.config.safeParse(config);
  const texts = facts ? filledTexts(fields, config, facts, values, speech) : [];
  const sentence = complete && read.success ? spec.sentence(read.data, speech) : null;
  if (sentence === null && texts.length === 0) return null;
  return (
    <div className={classes.preview}>
      {sentence !== null && <p className={classes.sentence}>{sentence}</p>}
      {texts.map(({ setting, words, empty }) => (
        <div key={setting}>
          <div className={classes.quiet}>{t("forSample")}</div>
          <div className={classes.filled}>{words}</div>
          {empty.length > 0 && (
            <div className={classes.emptyHere}>
              {t("emptyHere", { count: empty.length, names: joinWords(empty.map(inSentence), speech.say("and", "y")) })}
            </div>
          )}
        </div>
      ))}
    </div>
  );
}
