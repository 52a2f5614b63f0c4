import { Info, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Fault } from "#shared/workflow/fault.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import classes from "./BottomBar.module.css";

interface Props {
  faults: readonly Fault[];
  nameOf(node: string): string;
  /** Leads to a fault's place. */
  onGo(fault: Fault): void;
}

/** Faults in words; each that has a place leads there. */
export function FaultList({ faults, nameOf, onGo }: Props) {
  const { t } = useTranslation("editor");
  const { pick } = useLanguage();
  const contentOf = (fault: Fault) => (
    <>
      <span className={classes.level} data-level={fault.level}>
        {fault.level === "error" ? <TriangleAlert size={14} aria-hidden /> : <Info size={14} aria-hidden />}
        {fault.level === "error" ? t("levelError") : t("levelAdvice")}
      </span>
      {fault.node !== undefined && <span className={classes.place}>{nameOf(fault.node)}</span>}
      <span>{pick(fault.text)}</span>
    </>
  );
  return (
    <ul className={classes.faults}>
      {faults.map((fault, index) => (
        <li key={`${fault.code}:${fault.node}:${fault.field}:${fault.outlet}:${index}`}>
          {fault.node === undefined ? (
            <div className={classes.fault}>{contentOf(fault)}</div>
          ) : (
            <button type="button" className={classes.fault} onClick={() => onGo(fault)}>
              {contentOf(fault)}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
