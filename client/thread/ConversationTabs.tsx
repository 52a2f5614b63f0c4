import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import classes from "./ConversationTabs.module.css";

const tabs = [
  { to: "/conversations", name: "latest" },
  { to: "/archive", name: "past" },
] as const;

/** From the latest conversations to the past ones that were imported, and back. */
export function ConversationTabs() {
  const { t } = useTranslation("thread");
  return (
    <nav className={classes.tabs} aria-label={t("which")}>
      {tabs.map(({ to, name }) => (
        <NavLink key={to} to={to} className={classes.tab ?? ""}>
          {t(name)}
        </NavLink>
      ))}
    </nav>
  );
}
