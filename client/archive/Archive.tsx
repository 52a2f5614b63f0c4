import { useQuery } from "@tanstack/react-query";
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { query } from "../api/query.ts";
import { ConversationTabs } from "../thread/ConversationTabs.tsx";
import columns from "../thread/Columns.module.css";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Page } from "../ui/Page.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { useNarrow } from "../ui/useNarrow.ts";
import { useTitle } from "../ui/useTitle.ts";
import { Waiting } from "../ui/Waiting.tsx";
import classes from "./Archive.module.css";
import { ArchivedConversation } from "./ArchivedConversation.tsx";
import { ArchiveList } from "./ArchiveList.tsx";

/** Past conversations: searched and filtered at the left, one of them read beside. */
export function Archive() {
  const { t } = useTranslation("archive");
  const { id } = useParams();
  const narrow = useNarrow();
  const archive = useQuery(query("getArchive", {}));
  useTitle(t("title"));
  if (archive.isPending) return <Waiting />;
  if (archive.isError) return <Trouble error={archive.error} onRetry={() => void archive.refetch()} />;
  if (archive.data.conversations === 0 && archive.data.imports.length === 0)
    return (
      <Page title={t("title")} lead={t("lead")}>
        <div className={classes.tabs}>
          <ConversationTabs />
        </div>
        <EmptyState title={t("empty")} help={t("emptyHelp")}>
          <Button component={Link} to="/archive/imports">
            {t("importDo")}
          </Button>
        </EmptyState>
      </Page>
    );
  return (
    <div className={columns.screen}>
      {(!narrow || id === undefined) && (
        <div className={columns.left}>
          <ArchiveList archive={archive.data} />
        </div>
      )}
      {id === undefined ? (
        !narrow && (
          <div className={columns.empty}>
            <EmptyState title={t("chooseTitle")} help={t("chooseHelp")} />
          </div>
        )
      ) : (
        <ArchivedConversation key={id} id={id} />
      )}
    </div>
  );
}
