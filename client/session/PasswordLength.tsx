import { CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import classes from "./PasswordLength.module.css";

const least = 12;

/** Says how long a password has to be, and while one types, how much is missing. */
export function PasswordLength({ password }: { password: string }) {
  const { t } = useTranslation("session");
  const missing = least - password.length;
  if (password === "") return t("passwordHelp");
  if (missing > 0) return t("passwordMore", { count: missing });
  return (
    <span className={classes.enough}>
      <CircleCheck size={14} aria-hidden />
      {t("passwordEnough")}
    </span>
  );
}
