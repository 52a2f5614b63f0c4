import { Title } from "@mantine/core";
import type { ReactNode } from "react";
import { AppearanceChoice } from "../ui/AppearanceChoice.tsx";
import { LanguageChoice } from "../ui/LanguageChoice.tsx";
import { useTitle } from "../ui/useTitle.ts";
import classes from "./Doorway.module.css";

interface Props {
  title: string;
  lead: string;
  children: ReactNode;
}

/** The frame of the two screens before one is signed in: a card, and language and appearance in a corner. */
export function Doorway({ title, lead, children }: Props) {
  useTitle(title);
  return (
    <div className={classes.page}>
      <header className={classes.choices}>
        <LanguageChoice size="xs" />
        <AppearanceChoice size="xs" />
      </header>
      <main className={classes.main}>
        <div className={classes.card}>
          <div className={classes.brand}>
            <img src="/icon.svg" alt="" width={28} height={28} />
            Switchboard
          </div>
          <Title order={1} className={classes.title ?? ""}>
            {title}
          </Title>
          <p className={classes.lead}>{lead}</p>
          {children}
        </div>
      </main>
    </div>
  );
}
