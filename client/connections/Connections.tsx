import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { query } from "../api/query.ts";
import { Page } from "../ui/Page.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import classes from "./Connections.module.css";
import { EventsCard } from "./EventsCard.tsx";
import { ListsCard } from "./ListsCard.tsx";
import { PracticeCard } from "./PracticeCard.tsx";
import { RealCard } from "./RealCard.tsx";
import { WebhookCard } from "./WebhookCard.tsx";

/** What Switchboard is connected to, how events come in, and what came. */
export function Connections() {
  const { t } = useTranslation("connections");
  const connection = useQuery(query("getConnection", {}));
  return (
    <Page title={t("title")} lead={t("lead")}>
      {connection.isPending && <Waiting />}
      {connection.isError && <Trouble error={connection.error} onRetry={() => void connection.refetch()} />}
      {connection.data && (
        <div className={classes.columns}>
          <div className={classes.column}>
            {connection.data.kind === "practice" ? <PracticeCard /> : <RealCard status={connection.data} />}
            <ListsCard />
          </div>
          <div className={classes.column}>
            <EventsCard status={connection.data} />
            <WebhookCard status={connection.data} />
          </div>
        </div>
      )}
    </Page>
  );
}
