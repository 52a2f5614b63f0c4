import { Button, Center, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Page } from "../ui/Page.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { RunListFilters } from "./RunListFilters.tsx";
import { RunListTable } from "./RunListTable.tsx";
import { useRunListFilter } from "./useRunListFilter.ts";
import { useRunListPages } from "./useRunListPages.ts";

/** Every run there was, newest first; new ones appear by themselves. */
export function RunList() {
  const { t } = useTranslation("runs");
  const [filter, change] = useRunListFilter();
  const pages = useRunListPages(filter);
  const runs = pages.data?.pages.flatMap((page) => page.runs) ?? [];
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <Page title={t("title")} lead={t("lead")}>
      <RunListFilters filter={filter} change={change} />
      {pages.isPending && <Waiting />}
      {pages.isError && <Trouble error={pages.error} onRetry={() => void pages.refetch()} />}
      {runs.length > 0 && <RunListTable runs={runs} />}
      {pages.hasNextPage && (
        <Center mt="md">
          <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t("loadMore")}
          </Button>
        </Center>
      )}
      {pages.isSuccess && runs.length === 0 && isFiltered && (
        <EmptyState title={t("noMatch")} help={t("noMatchHelp")}>
          <Group>
            <Button variant="default" onClick={() => change({ workflow: "", status: "", conversation: "" })}>
              {t("clearFilters")}
            </Button>
            {filter.conversation !== undefined && (
              <Button component={Link} to={`/why?conversation=${encodeURIComponent(filter.conversation)}`}>
                {t("why")}
              </Button>
            )}
          </Group>
        </EmptyState>
      )}
      {pages.isSuccess && runs.length === 0 && !isFiltered && (
        <EmptyState title={t("none")} help={t("noneHelp")}>
          <Group>
            <Button component={Link} to="/workflows" variant="default">
              {t("toWorkflows")}
            </Button>
            <Button component={Link} to="/conversations">
              {t("toConversations")}
            </Button>
          </Group>
        </EmptyState>
      )}
    </Page>
  );
}
