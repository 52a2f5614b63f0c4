import { Title } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./EmptyState.module.css";

interface Props {
  title: string;
  /** What to do about it, in a sentence. */
  help: string;
  children?: ReactNode;
}

/** Stands where a list has nothing to show, and says what to do. */
export function EmptyState({ title, help, children }: Props) {
  return (
    <div className={classes.empty}>
      <Title order={2} className={classes.title ?? ""}>
        {title}
      </Title>
      <p className={classes.help}>{help}</p>
      {children}
    </div>
  );
}
