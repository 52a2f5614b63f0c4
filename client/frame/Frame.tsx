import { useQuery } from "@tanstack/react-query";
import { Activity, HeartPulse, LayoutTemplate, MessageCircle, Plug, Settings, Table2, Workflow } from "lucide-react";
import { useTranslation } from "react-i18next";
import { NavLink, Outlet, useMatch } from "react-router";
import { query } from "../api/query.ts";
import { useStream } from "../api/useStream.ts";
import { Banners } from "./Banners.tsx";
import classes from "./Frame.module.css";
import { StopEverything } from "./StopEverything.tsx";

const places = [
  { to: "/workflows", name: "workflows", Icon: Workflow },
  { to: "/runs", name: "runs", Icon: Activity },
  { to: "/templates", name: "templates", Icon: LayoutTemplate },
  { to: "/tables", name: "tables", Icon: Table2 },
  { to: "/conversations", name: "conversations", Icon: MessageCircle },
  { to: "/connections", name: "connections", Icon: Plug },
] as const;

/** The rail at the left and the screen beside it, for whoever is signed in. */
export function Frame() {
  const { t } = useTranslation();
  const up = useStream();
  const inArchive = useMatch("/archive/*") !== null;
  const connection = useQuery(query("getConnection", {}));
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#main">
        {t("skip")}
      </a>
      <nav className={classes.rail} aria-label={t("main")}>
        <div className={classes.brand}>
          <img src="/icon.svg" alt="" width={24} height={24} />
          <span className={classes.word}>Switchboard</span>
        </div>
        {connection.data?.kind === "practice" && (
          <div className={classes.badge} title={t("practiceHelp")}>
            {t("practice")}
          </div>
        )}
        {places.map(({ to, name, Icon }) => (
          <NavLink key={to} to={to} className={classes.link ?? ""} data-within={to === "/conversations" && inArchive}>
            <Icon size={18} aria-hidden />
            <span className={classes.word}>{t(name)}</span>
          </NavLink>
        ))}
        <div className={classes.bottom}>
          <StopEverything />
          <NavLink to="/status" className={classes.link ?? ""}>
            <HeartPulse size={18} aria-hidden />
            <span className={classes.word}>{t("status")}</span>
          </NavLink>
          <NavLink to="/settings" className={classes.link ?? ""}>
            <Settings size={18} aria-hidden />
            <span className={classes.word}>{t("settings")}</span>
          </NavLink>
        </div>
      </nav>
      <main id="main" className={classes.main} tabIndex={-1}>
        {!up && (
          <div className={classes.offline} role="status">
            {t("offline")}
          </div>
        )}
        <Banners />
        <Outlet />
      </main>
    </div>
  );
}
