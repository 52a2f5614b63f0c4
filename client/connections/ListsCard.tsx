import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { useTranslation } from "react-i18next";
import { routes } from "#shared/api/routes.ts";
import { call } from "../api/call.ts";
import { query } from "../api/query.ts";
import { Card } from "../ui/Card.tsx";
import { RelativeTime } from "../ui/RelativeTime.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import classes from "./Connections.module.css";

/** What pickers offer: how much there is of each, when it was fetched, and a way to fetch it again. */
export function ListsCard() {
  const { t } = useTranslation("connections");
  const client = useQueryClient();
  const asked = query("getLists", {});
  const kept = useQuery(asked);
  const refresh = useMutation({
    mutationFn: () => call(routes.refreshLists, {}),
    onSuccess: async (fresh) => {
      client.setQueryData(asked.queryKey, fresh);
      await client.invalidateQueries({ queryKey: ["getConnection"] });
    },
  });
  const lists = kept.data?.lists;
  return (
    <Card title={t("listsTitle")}>
      <p>{t("listsHelp")}</p>
      {kept.isError && <Trouble error={kept.error} onRetry={() => void kept.refetch()} />}
      {lists && (
        <ul className={classes.counts}>
          <li>{t("teams", { count: lists.teams.length })}</li>
          <li>{t("teammates", { count: lists.teammates.length })}</li>
          <li>{t("tags", { count: lists.tags.length })}</li>
          <li>
            {t("attributes", {
              count:
                lists.contactAttributes.length + lists.companyAttributes.length + lists.conversationAttributes.length,
            })}
          </li>
        </ul>
      )}
      <p className={classes.quiet} role="status">
        {kept.data?.refreshedAt ? (
          <span>
            {t("refreshed")} <RelativeTime at={kept.data.refreshedAt} />
          </span>
        ) : (
          kept.data && t("neverRefreshed")
        )}
      </p>
      {refresh.error && <Trouble error={refresh.error} />}
      <div>
        <Button
          variant="default"
          leftSection={<RefreshCw size={16} aria-hidden />}
          loading={refresh.isPending}
          onClick={() => refresh.mutate()}
        >
          {t("refresh")}
        </Button>
      </div>
    </Card>
  );
}
