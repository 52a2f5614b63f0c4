import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { query } from "../api/query.ts";
import { Card } from "../ui/Card.tsx";
import { Page } from "../ui/Page.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { FilesCard } from "./FilesCard.tsx";
import { ForgetCard } from "./ForgetCard.tsx";
import { ImportRow } from "./ImportRow.tsx";
import classes from "./Imports.module.css";
import { WorkspaceCard } from "./WorkspaceCard.tsx";

/** How past conversations come here, and how that stands. */
export function Imports() {
  const { t } = useTranslation("archive");
  const archive = useQuery(query("getArchive", {}));
  const imports = archive.data?.imports ?? [];
  const count = archive.data?.conversations ?? 0;
  const actions = (
    <Button component={Link} to="/archive" variant="default">
      {count === 0 ? t("title") : t("toConversations", { count })}
    </Button>
  );
  return (
    <Page title={t("importTitle")} lead={t("lead")} actions={actions}>
      <div className={classes.columns}>
        <WorkspaceCard />
        <FilesCard />
      </div>
      <div className={classes.below}>
        {archive.isPending && <Waiting />}
        {archive.isError && <Trouble error={archive.error} onRetry={() => void archive.refetch()} />}
        {imports.length > 0 && (
          <Card title={t("importsTitle")}>
            <ul className={classes.rows}>
              {imports.map((each) => (
                <li key={each.id} className={classes.row}>
                  <ImportRow import={each} />
                </li>
              ))}
            </ul>
          </Card>
        )}
        {imports.length > 0 && <ForgetCard />}
      </div>
    </Page>
  );
}
