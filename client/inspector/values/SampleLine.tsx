import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { stepIn } from "#shared/template/reference.ts";
import type { ScopedValue } from "#shared/workflow/valuesInScope.ts";
import { useScope } from "../useScope.ts";
import { sampleValue, valueWords } from "./sample.ts";
import classes from "./SampleLine.module.css";

interface Props {
  value: ScopedValue;
  /** What follows from it. */
  children?: ReactNode;
}

/** What a value is in the sample conversation, or was in the last call of another tool; nothing where that is not known. */
export function SampleLine({ value, children }: Props) {
  const { t } = useTranslation("inspector");
  const { facts, lists, speech } = useScope();
  const sample = sampleValue(value.ref, facts, lists);
  if (sample === undefined) return null;
  const words = valueWords(sample, value, speech);
  const sent = stepIn(value.ref) !== null;
  const said =
    words === null ? t(sent ? "lastCallEmpty" : "sampleEmpty") : t(sent ? "lastCallIs" : "sampleIs", { words });
  return (
    <div className={classes.line}>
      <span className={classes.words}>{said}</span>
      {children}
    </div>
  );
}
