import { Button, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Archive } from "#shared/api/archive.ts";
import { query } from "../api/query.ts";
import { ConversationTabs } from "../thread/ConversationTabs.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { filterCount, noFilter } from "./archiveFilter.ts";
import { ArchiveFilters } from "./ArchiveFilters.tsx";
import classes from "./ArchiveList.module.css";
import { ArchiveRows } from "./ArchiveRows.tsx";
import { HasCome } from "./HasCome.tsx";
import { useArchivedPages } from "./useArchivedPages.ts";
import { useArchiveFilter } from "./useArchiveFilter.ts";

/** Every past conversation, newest first, to search and filter. */
export function ArchiveList({ archive }: { archive: Archive }) {
  const { t } = useTranslation("archive");
  const [filter, change] = useArchiveFilter();
  const pages = useArchivedPages(filter);
  const choices = useQuery({ ...query("listArchiveChoices", {}), staleTime: 60_000 });
  const rows = pages.data?.pages.flatMap(({ conversations }) => conversations) ?? [];
  const total = pages.data?.pages[0]?.total ?? null;
  const isFiltered = filter.search !== undefined || filterCount(filter) > 0;
  return (
    <div className={classes.list}>
      <div className={classes.top}>
        <Title order={1} className={classes.title ?? ""}>
          {t("title")}
        </Title>
        <ConversationTabs />
        <ArchiveFilters
          filter={filter}
          change={change}
          archive={archive}
          choices={choices.data}
          customer={rows[0]?.contactName ?? ""}
        />
        <div className={classes.counts}>
          <p className={classes.count} role="status">
            {total === null
              ? " "
              : isFiltered
                ? t("found", { count: archive.conversations, found: total })
                : t("count", { count: total })}
          </p>
          <Button component={Link} to="/archive/imports" size="compact-sm" variant="default">
            {t("imports")}
          </Button>
        </div>
      </div>
      <HasCome archive={archive} stood={pages.data?.pages[0]?.stood ?? archive.conversations} />
      {pages.isPending && <Waiting />}
      {pages.isError && <Trouble error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isSuccess && rows.length === 0 && (
        <div className={classes.none}>
          <p>{isFiltered ? t("noMatch") : t("noneYet")}</p>
          {isFiltered && filter.search !== undefined && archive.notSearchable > 0 && (
            <p>{t("notSearchable", { count: archive.notSearchable })}</p>
          )}
          {isFiltered && (
            <Button size="xs" variant="default" onClick={() => change(noFilter)}>
              {t("clear")}
            </Button>
          )}
        </div>
      )}
      {rows.length > 0 && <ArchiveRows rows={rows} search={filter.search ?? ""} pages={pages} />}
    </div>
  );
}
