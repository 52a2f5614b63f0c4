import type { ReactNode } from "react";
import classes from "./Reports.module.css";

/** Figures with what they count, one a line. */
export function Counts({ lines }: { lines: readonly { key: string; figure: ReactNode; words: string }[] }) {
  if (lines.length === 0) return null;
  return (
    <ul className={classes.counts}>
      {lines.map(({ key, figure, words }) => (
        <li key={key}>
          <span className={classes.countOf}>{figure}</span>
          <span>{words}</span>
        </li>
      ))}
    </ul>
  );
}
