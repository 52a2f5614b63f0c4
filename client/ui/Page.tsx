import { Title } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./Page.module.css";
import { useTitle } from "./useTitle.ts";

interface Props {
  title: string;
  /** One sentence below the title. */
  lead?: string;
  /** Buttons at the right of the title. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A screen with a title, its one h1, which also names the browser's tab. */
export function Page({ title, lead, actions, children }: Props) {
  useTitle(title);
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <div>
          <Title order={1} className={classes.title ?? ""}>
            {title}
          </Title>
          {lead && <p className={classes.lead}>{lead}</p>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}
