import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { query } from "../api/query.ts";
import { Page } from "../ui/Page.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { Faults } from "./Faults.tsx";
import { KeptCard } from "./KeptCard.tsx";
import { RunsCard } from "./RunsCard.tsx";
import { ServerCard } from "./ServerCard.tsx";
import classes from "./Status.module.css";
import { WorkspaceCard } from "./WorkspaceCard.tsx";

const everyMs = 5_000;

/** How the server does, in words, as it is now. */
export function Status() {
  const { t } = useTranslation("status");
  const status = useQuery({ ...query("getServerStatus", {}), refetchInterval: everyMs });
  return (
    <Page title={t("title")} lead={t("lead")}>
      {status.isPending && <Waiting />}
      {status.isError && <Trouble error={status.error} onRetry={() => void status.refetch()} />}
      {status.data && (
        <div className={classes.whole}>
          <Faults faults={status.data.faults} />
          <div className={classes.cards}>
            <RunsCard status={status.data} />
            <WorkspaceCard status={status.data} />
            <KeptCard status={status.data} />
            <ServerCard status={status.data} />
          </div>
        </div>
      )}
    </Page>
  );
}
