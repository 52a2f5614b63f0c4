import { ArrowLeft } from "lucide-react";
import { Link, type To } from "react-router";
import classes from "./BackToList.module.css";

export interface Back {
  to: To;
  label: string;
}

/** On a narrow screen a chosen conversation takes the place of the list; this leads back. */
export function BackToList({ to, label }: Back) {
  return (
    <Link className={classes.back} to={to}>
      <ArrowLeft size={16} aria-hidden />
      {label}
    </Link>
  );
}
