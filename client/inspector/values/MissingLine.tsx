import { useTranslation } from "react-i18next";
import { useScope } from "../useScope.ts";
import classes from "./SampleLine.module.css";

/** In what part of past conversations a value without anything to stand in for it was not there. */
export function MissingLine({ reference }: { reference: string }) {
  const { t } = useTranslation("backtest");
  const share = useScope().missing.get(reference);
  return share === undefined ? null : <div className={classes.missing}>{t("missingHere", { share })}</div>;
}
