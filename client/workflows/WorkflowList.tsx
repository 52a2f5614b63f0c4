import { Button, Stack, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { CircleHelp, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { WorkflowSummary } from "#shared/api/workflows.ts";
import { query } from "../api/query.ts";
import { useCreateWorkflow } from "../api/useCreateWorkflow.ts";
import { Page } from "../ui/Page.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { ImportMenu } from "./ImportMenu.tsx";
import { ImportNativeDialog } from "./ImportNativeDialog.tsx";
import { StartHere } from "./StartHere.tsx";
import { useImportFile } from "./useImportFile.ts";
import { failedInWeek } from "./week.ts";
import classes from "./WorkflowList.module.css";
import { WorkflowRow } from "./WorkflowRow.tsx";

/** All workflows; those that were paused or have failed runs first, then the newest edited. */
export function WorkflowList() {
  const { t } = useTranslation("workflows");
  const list = useQuery(query("listWorkflows", {}));
  const create = useCreateWorkflow();
  const take = useImportFile();
  const [native, setNative] = useState(false);
  const workflows = list.data?.workflows.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt)) ?? [];
  const needsAttention = (workflow: WorkflowSummary) => workflow.pause !== null || failedInWeek(workflow) > 0;
  const failing = workflows.filter(needsAttention);
  const others = workflows.filter((workflow) => !needsAttention(workflow));
  const actions = (
    <>
      <Button component={Link} to="/why" variant="default" leftSection={<CircleHelp size={16} aria-hidden />}>
        {t("why")}
      </Button>
      <ImportMenu take={take} onNative={() => setNative(true)} />
      <Button
        leftSection={<Plus size={16} aria-hidden />}
        loading={create.isPending}
        onClick={() => create.mutate({ name: t("untitled") })}
      >
        {t("new")}
      </Button>
    </>
  );
  return (
    <Page title={t("title")} lead={t("lead")} actions={actions}>
      {native && <ImportNativeDialog onClose={() => setNative(false)} />}
      <Stack gap="lg">
        {(create.error ?? take.error) && <Trouble error={create.error ?? take.error} />}
        {list.isPending && <Waiting />}
        {list.isError && <Trouble error={list.error} onRetry={() => void list.refetch()} />}
        {list.data && workflows.length === 0 && <StartHere create={create} />}
        {failing.length > 0 && <Rows title={t("needsAttention")} workflows={failing} />}
        {others.length > 0 && <Rows title={failing.length > 0 ? t("others") : null} workflows={others} />}
      </Stack>
    </Page>
  );
}

function Rows({ title, workflows }: { title: string | null; workflows: WorkflowSummary[] }) {
  return (
    <section>
      {title && (
        <Title order={2} className={classes.group ?? ""}>
          {title}
        </Title>
      )}
      <ul className={classes.rows}>
        {workflows.map((workflow) => (
          <WorkflowRow key={workflow.id} workflow={workflow} />
        ))}
      </ul>
    </section>
  );
}
