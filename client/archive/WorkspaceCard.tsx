import { Button, Group, Radio, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { routes } from "#shared/api/routes.ts";
import { call } from "../api/call.ts";
import { query } from "../api/query.ts";
import { Card } from "../ui/Card.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { useKeptText } from "../ui/useKeptText.ts";
import { startOfDay } from "./archiveFilter.ts";
import classes from "./Imports.module.css";

/** From the workspace that is connected: the practice one in one press, a real one whole or by its days. */
export function WorkspaceCard() {
  const { t } = useTranslation("archive");
  const client = useQueryClient();
  const connection = useQuery(query("getConnection", {}));
  const [which, setWhich] = useKeptText("archive.which");
  const [from, setFrom] = useKeptText("archive.from");
  const [to, setTo] = useKeptText("archive.to");
  const isRange = which === "range";
  const bring = useMutation({
    mutationFn: () =>
      call(routes.importWorkspace, {
        body: isRange ? { from: from ? startOfDay(from) : null, to: to ? startOfDay(to, 1) : null } : {},
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["getArchive"] }),
  });
  const practice = connection.data?.kind === "practice";
  const isBackwards = isRange && from !== "" && to !== "" && from > to;
  const isEmpty = isRange && from === "" && to === "";
  return (
    <Card title={practice ? t("practiceTitle") : t("workspaceTitle")}>
      <p className={classes.quiet}>{practice ? t("practiceHelp") : t("workspaceHelp")}</p>
      {connection.data && !practice && (
        <Radio.Group label={t("which")} value={isRange ? "range" : "all"} onChange={setWhich}>
          <Group mt={6} gap="lg">
            <Radio value="all" label={t("whichAll")} />
            <Radio value="range" label={t("whichRange")} />
          </Group>
        </Radio.Group>
      )}
      {connection.data && !practice && isRange && (
        <Group align="flex-start" grow>
          <TextInput
            type="date"
            label={t("filter_from")}
            value={from}
            onChange={({ currentTarget }) => setFrom(currentTarget.value)}
          />
          <TextInput
            type="date"
            label={t("filter_to")}
            value={to}
            error={isBackwards ? t("backwards") : null}
            onChange={({ currentTarget }) => setTo(currentTarget.value)}
          />
        </Group>
      )}
      {bring.error && <Trouble error={bring.error} />}
      {connection.error && <Trouble error={connection.error} onRetry={() => void connection.refetch()} />}
      <div>
        <Button
          disabled={!connection.data || isBackwards || isEmpty}
          loading={bring.isPending}
          onClick={() => bring.mutate()}
        >
          {practice ? t("practiceDo") : t("workspaceDo")}
        </Button>
      </div>
    </Card>
  );
}
