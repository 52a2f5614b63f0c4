import type { ComponentProps, ReactNode } from "react";
import { NavLink } from "react-router";
import classes from "./ConversationLink.module.css";

interface Props extends Omit<ComponentProps<typeof NavLink>, "children" | "className"> {
  name: string;
  when: ReactNode;
  subject?: ReactNode;
  /** Its first words, or what was searched for. */
  excerpt: ReactNode;
  /** How it stands, in small. */
  children: ReactNode;
}

/** A conversation in a list to choose from. */
export function ConversationLink({ name, when, subject, excerpt, children, ...link }: Props) {
  return (
    <NavLink {...link} className={classes.row ?? ""}>
      <span className={classes.line}>
        <span className={classes.name}>{name}</span>
        <span className={classes.when}>{when}</span>
      </span>
      {subject && (
        <span className={classes.subject} dir="auto">
          {subject}
        </span>
      )}
      <span className={classes.excerpt} dir="auto">
        {excerpt}
      </span>
      <span className={classes.state}>{children}</span>
    </NavLink>
  );
}
