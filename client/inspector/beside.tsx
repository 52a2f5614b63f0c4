import type { ReactNode } from "react";
import classes from "./beside.module.css";

/** For Mantine's `inputContainer`: something that stands beside the control itself, below its label. */
export const beside = (extra: ReactNode) => (input: ReactNode) => (
  <span className={classes.row}>
    <span className={classes.input}>{input}</span>
    {extra}
  </span>
);
