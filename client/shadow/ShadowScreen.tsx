import { Button, Center, Tooltip } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useParams, useSearchParams } from "react-router";
import { routes } from "#shared/api/routes.ts";
import { ShadowPart } from "#shared/api/shadow.ts";
import type { WorkflowDetail } from "#shared/api/workflows.ts";
import { call } from "../api/call.ts";
import { query } from "../api/query.ts";
import { ModeControl } from "../mode/ModeControl.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Page } from "../ui/Page.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { useNotice } from "../ui/useNotice.ts";
import { Waiting } from "../ui/Waiting.tsx";
import { LeaveNotes } from "./LeaveNotes.tsx";
import { DecisionRow } from "./DecisionRow.tsx";
import classes from "./Shadow.module.css";
import { ShadowHeadline } from "./ShadowHeadline.tsx";
import { useDecisions } from "./useDecisions.ts";

/** What a workflow in Shadow decided in the last seven days, and how that compares with what teammates did. */
export function ShadowScreen() {
  const { id = "" } = useParams();
  const workflow = useQuery(query("getWorkflow", { params: { id } }));
  if (workflow.data) return <Decisions workflow={workflow.data} />;
  if (workflow.error) return <Trouble error={workflow.error} onRetry={() => void workflow.refetch()} />;
  return <Waiting />;
}

function Decisions({ workflow }: { workflow: WorkflowDetail }) {
  const { t } = useTranslation("shadow");
  const [search, setSearch] = useSearchParams();
  const notice = useNotice();
  const { id, name, mode } = workflow;
  const part = ShadowPart.safeParse(search.get("part")).data ?? null;
  const pages = useDecisions(id, part);
  const all = pages.data?.pages ?? [];
  const decisions = all.flatMap((page) => page.decisions);
  const documents = new Map(all.flatMap(({ versions }) => versions.map(({ number, document }) => [number, document])));
  const show = (next: ShadowPart | null) => setSearch(next === null ? {} : { part: next }, { replace: true });
  const compare = useMutation({
    mutationFn: () => call(routes.compareShadow, { params: { id } }),
    onSuccess: ({ comparing }) => notice(comparing === 0 ? t("comparingNone") : t("comparing", { count: comparing })),
  });
  const summary = all[0]?.summary;
  return (
    <Page
      title={t("title", { name })}
      lead={t("lead")}
      actions={
        <>
          <ModeControl workflow={workflow} />
          <LeaveNotes />
          <Tooltip label={t("compareHelp")} multiline w={280}>
            <Button size="xs" variant="default" loading={compare.isPending} onClick={() => compare.mutate()}>
              {t("compare")}
            </Button>
          </Tooltip>
          <Button size="xs" variant="default" component={Link} to={`/workflows/${encodeURIComponent(id)}`}>
            {t("openWorkflow")}
          </Button>
        </>
      }
    >
      {compare.error && <Trouble error={compare.error} />}
      {pages.isPending && <Waiting />}
      {pages.isError && <Trouble error={pages.error} onRetry={() => void pages.refetch()} />}
      {summary && (decisions.length > 0 || part !== null) && (
        <ShadowHeadline summary={summary} part={part} onPart={show} />
      )}
      {decisions.length > 0 && (
        <ul className={classes.list} aria-label={t("list")}>
          {decisions.map((decision) => (
            <DecisionRow key={decision.id} decision={decision} document={documents.get(decision.version)} />
          ))}
        </ul>
      )}
      {pages.hasNextPage && (
        <Center mt="md">
          <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t("loadMore")}
          </Button>
        </Center>
      )}
      {pages.isSuccess && decisions.length === 0 && part !== null && (
        <EmptyState title={t("noneOfPart")} help={t("noneOfPartHelp")}>
          <Button variant="default" onClick={() => show(null)}>
            {t("showAll")}
          </Button>
        </EmptyState>
      )}
      {pages.isSuccess &&
        decisions.length === 0 &&
        part === null &&
        (mode === "shadow" ? (
          <EmptyState title={t("none")} help={t("noneHelp")}>
            <Button component={Link} to="/conversations">
              {t("toConversations")}
            </Button>
          </EmptyState>
        ) : (
          <EmptyState title={t("noneOff")} help={t("noneOffHelp")} />
        ))}
    </Page>
  );
}
