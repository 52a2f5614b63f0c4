import { FlaskConical } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Card } from "../ui/Card.tsx";
import { ConnectForm } from "./ConnectForm.tsx";
import classes from "./Connections.module.css";

/** What the practice workspace is, and the way to a real one. */
export function PracticeCard() {
  const { t } = useTranslation("connections");
  return (
    <>
      <Card title={t("practiceTitle")}>
        <p className={classes.practice}>
          <FlaskConical size={16} aria-hidden />
          {t("practiceBadge")}
        </p>
        <p>{t("practiceHelp")}</p>
        <p>
          <Link className={classes.link} to="/conversations">
            {t("practiceTry")}
          </Link>
        </p>
      </Card>
      <Card title={t("connectTitle")}>
        <p>{t("connectHelp")}</p>
        <ConnectForm />
      </Card>
    </>
  );
}
