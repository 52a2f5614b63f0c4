import { type ReactNode, useId } from "react";
import classes from "./FieldGroup.module.css";

interface Props {
  /** What the ids of its help and error begin with, for a control that names them itself. */
  id?: string;
  label: string;
  help?: string | undefined;
  error?: ReactNode;
  /** Beside the label. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A setting made of several controls, labelled and described as one. */
export function FieldGroup({ id: given, label, help, error, aside, children }: Props) {
  const own = useId();
  const id = given ?? own;
  const described = [help ? `${id}-help` : "", error ? `${id}-error` : ""].join(" ").trim();
  return (
    <div role="group" aria-labelledby={`${id}-label`} aria-describedby={described || undefined}>
      <div className={classes.head}>
        <span id={`${id}-label`} className={classes.label}>
          {label}
        </span>
        {aside}
      </div>
      {help && (
        <div id={`${id}-help`} className={classes.help}>
          {help}
        </div>
      )}
      {children}
      {error && <div id={`${id}-error`}>{error}</div>}
    </div>
  );
}
