import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ServerStatus } from "#shared/api/serverStatus.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { Card } from "../ui/Card.tsx";
import { Facts } from "../ui/Facts.tsx";
import { RelativeTime } from "../ui/RelativeTime.tsx";
import classes from "./Status.module.css";

/** Whether the workspace answers, and what came from it. */
export function WorkspaceCard({ status: { connection, events } }: { status: ServerStatus }) {
  const { t } = useTranslation("status");
  const { pick } = useLanguage();
  const { kind, workspace, trouble, callsLeft } = connection;
  return (
    <Card title={t("connection")}>
      <Facts
        facts={[
          [
            t("workspace"),
            <Link key="workspace" className={classes.link} to="/connections">
              {kind === "practice" ? t("practice") : workspace}
            </Link>,
          ],
          [t("state"), trouble === null ? t("answers") : pick(trouble)],
          ...(callsLeft === null ? [] : [[t("budget"), t("callsLeft", { count: callsLeft })] as const]),
          [t("lastEvent"), events.last === null ? t("never") : <RelativeTime key="last" at={events.last} />],
          [t("lastHour"), t("eventCount", { count: events.lastHour })],
          [t("lastDay"), t("eventCount", { count: events.lastDay })],
        ]}
      />
    </Card>
  );
}
