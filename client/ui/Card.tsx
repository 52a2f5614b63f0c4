import { Title } from "@mantine/core";
import { type ReactNode, useId } from "react";
import classes from "./Card.module.css";

/** A titled part of a screen. */
export function Card({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes.card} aria-labelledby={id}>
      <Title order={2} id={id} className={classes.title ?? ""}>
        {title}
      </Title>
      {children}
    </section>
  );
}
