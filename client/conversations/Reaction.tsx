import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { query } from "../api/query.ts";
import classes from "./Reaction.module.css";

/** Said once a message is out: that workflows react now, or that none is on. */
export function Reaction() {
  const { t } = useTranslation("conversations");
  const workflows = useQuery(query("listWorkflows", {})).data?.workflows;
  const on = workflows?.filter(({ mode }) => mode === "on").length;
  if (on === 0)
    return (
      <>
        {t("sentNoneOn")}{" "}
        <Link className={classes.link} to="/workflows">
          {t("toWorkflows")}
        </Link>
      </>
    );
  return t("sent");
}
