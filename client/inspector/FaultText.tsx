import { TriangleAlert } from "lucide-react";
import type { Fault } from "#shared/workflow/fault.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import classes from "./FaultText.module.css";

interface Props {
  faults: readonly Fault[];
}

/** What is wrong, in words, each sentence once. Made of phrasing content, so that it may stand under a control. */
export function FaultText({ faults }: Props) {
  const { pick } = useLanguage();
  return [...new Set(faults.map(({ text }) => pick(text)))].map((words) => (
    <span key={words} className={classes.fault}>
      <TriangleAlert size={14} aria-hidden className={classes.icon} />
      <span>{words}</span>
    </span>
  ));
}
