import { ArrowLeft } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import classes from "./BackToList.module.css";

/** On a narrow screen a chosen conversation takes the place of the list; this leads back. */
export function BackToList() {
  const { t } = useTranslation("conversations");
  return (
    <Link className={classes.back} to="/conversations">
      <ArrowLeft size={16} aria-hidden />
      {t("back")}
    </Link>
  );
}
