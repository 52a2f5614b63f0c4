import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ScopedValue } from "#shared/workflow/valuesInScope.ts";
import { useScope } from "../useScope.ts";
import { sampleValue, valueWords } from "./sample.ts";
import classes from "./SampleLine.module.css";

interface Props {
  value: ScopedValue;
  /** What follows from it. */
  children?: ReactNode;
}

/** What a value is in the sample conversation; nothing where that is not known. */
export function SampleLine({ value, children }: Props) {
  const { t } = useTranslation("inspector");
  const { facts, lists, speech } = useScope();
  const sample = sampleValue(value.ref, facts, lists);
  if (sample === undefined) return null;
  const words = valueWords(sample, value, speech);
  return (
    <div className={classes.line}>
      <span className={classes.words}>{words === null ? t("sampleEmpty") : t("sampleIs", { words })}</span>
      {children}
    </div>
  );
}
