import { CircleCheck, CircleSlash } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Group } from "#shared/conditions/condition.ts";
import { useScope } from "../useScope.ts";
import classes from "./ConditionSetting.module.css";
import { holdsForSample } from "./verdict.ts";

interface Props {
  group: Group;
  /** All the rules of the step, not one of them. */
  whole?: boolean;
}

/** Whether the rules hold for the sample conversation; nothing where that cannot be known. */
export function Holds({ group, whole = false }: Props) {
  const { t } = useTranslation("inspector");
  const { facts, lists, now } = useScope();
  const holds = holdsForSample(group, facts, lists, now);
  if (holds === undefined) return null;
  const Icon = holds ? CircleCheck : CircleSlash;
  const words = whole ? (holds ? t("allHold") : t("allHoldNot")) : holds ? t("holds") : t("holdsNot");
  return (
    <span className={`${classes.verdict} ${holds ? classes.holds : ""}`}>
      <Icon size={14} aria-hidden />
      {words}
    </span>
  );
}
