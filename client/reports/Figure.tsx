import type { ReactNode } from "react";
import { Link } from "react-router";
import type { SimulationWhere } from "#shared/api/simulations.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import classes from "./Reports.module.css";
import { whereLink } from "./whereLink.ts";

interface Props {
  where: SimulationWhere;
  count: number;
  /** Instead of the bare number. */
  children?: ReactNode;
}

/** A number that opens the conversations it counts. */
export function Figure({ where, count, children }: Props) {
  const { language } = useLanguage();
  const words = children ?? new Intl.NumberFormat(language).format(count);
  if (count === 0) return <span className={classes.zero}>{words}</span>;
  return (
    <Link className={classes.figure} to={whereLink(where)} preventScrollReset>
      {words}
    </Link>
  );
}
