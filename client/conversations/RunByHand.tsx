import { Button, Group, Select } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Hand } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { routes } from "#shared/api/routes.ts";
import { call } from "../api/call.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { useByHandWorkflows } from "./useByHandWorkflows.ts";

/** Runs a workflow for this conversation, where there is one that can be run by hand. */
export function RunByHand({ conversation }: { conversation: string }) {
  const { t } = useTranslation("conversations");
  const client = useQueryClient();
  const workflows = useByHandWorkflows();
  const [chosen, setChosen] = useState<string | null>(null);
  const run = useMutation({
    mutationFn: (id: string) =>
      call(routes.runByHand, { params: { id }, body: { kind: "conversation", ids: [conversation] } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["listRuns"] }),
  });
  const [first] = workflows;
  if (!first) return null;
  const id = workflows.find((each) => each.id === chosen)?.id ?? first.id;
  return (
    <>
      <Group gap="xs" wrap="nowrap" align="flex-end">
        <Select
          label={t("runByHand")}
          data={workflows.map((each) => ({ value: each.id, label: each.name }))}
          value={id}
          onChange={setChosen}
          allowDeselect={false}
          flex={1}
        />
        <Button
          variant="default"
          leftSection={<Hand size={16} aria-hidden />}
          loading={run.isPending}
          onClick={() => run.mutate(id)}
        >
          {t("runNow")}
        </Button>
      </Group>
      {run.isError && <Trouble error={run.error} />}
    </>
  );
}
