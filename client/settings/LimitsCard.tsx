import { Button, Group, NumberInput, Stack } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Limits } from "#shared/api/limits.ts";
import { routes } from "#shared/api/routes.ts";
import { call } from "../api/call.ts";
import { query } from "../api/query.ts";
import { Card } from "../ui/Card.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { Waiting } from "../ui/Waiting.tsx";

/** What Switchboard does by itself at most before it stops and says so. */
export function LimitsCard() {
  const { t } = useTranslation("settings");
  const limits = useQuery(query("getLimits", {}));
  return (
    <Card title={t("limits")}>
      <p>{t("limitsHelp")}</p>
      {limits.data && <LimitsForm kept={limits.data} />}
      {limits.isPending && <Waiting />}
      {limits.error && <Trouble error={limits.error} onRetry={() => void limits.refetch()} />}
    </Card>
  );
}

function LimitsForm({ kept }: { kept: Limits }) {
  const { t } = useTranslation("settings");
  const client = useQueryClient();
  const [typed, setTyped] = useState<Record<keyof Limits, string | number>>(kept);
  const given = Limits.safeParse(typed);
  const changed = typed.actions !== kept.actions || typed.runs !== kept.runs;
  const save = useMutation({
    mutationFn: (body: Limits) => call(routes.setLimits, { body }),
    onSuccess: (answer) => client.setQueryData(query("getLimits", {}).queryKey, answer),
  });
  const field = (name: keyof Limits, most: number) => (
    <NumberInput
      label={t(`limit_${name}`)}
      description={t(`limit_${name}_help`)}
      value={typed[name]}
      min={1}
      max={most}
      allowDecimal={false}
      maw={360}
      error={Limits.shape[name].safeParse(typed[name]).success ? null : t("limitRange", { most })}
      onChange={(value) => setTyped({ ...typed, [name]: value })}
    />
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (given.success && changed) save.mutate(given.data);
      }}
    >
      <Stack>
        {field("actions", 1000)}
        {field("runs", 1_000_000)}
        {save.error && <Trouble error={save.error} />}
        <Group>
          <Button type="submit" variant="default" loading={save.isPending} disabled={!given.success || !changed}>
            {t("limitsSave")}
          </Button>
          <span role="status">{save.isSuccess && !changed ? t("limitsSaved") : ""}</span>
        </Group>
      </Stack>
    </form>
  );
}
