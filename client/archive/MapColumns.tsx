import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Page } from "../ui/Page.tsx";
import { ColumnChoices } from "./ColumnChoices.tsx";
import type { TableLook } from "./fileQueue.ts";
import { useFileQueue } from "./useFileQueue.ts";

/** What the columns of a table hold, before it is imported. */
export function MapColumns() {
  const { t } = useTranslation("archive");
  const { key = "" } = useParams();
  const { files, map } = useFileQueue();
  const navigate = useNavigate();
  const queued = files.find((each) => String(each.key) === key);
  const back = (
    <Button component={Link} to="/archive/imports" variant="default">
      {t("backKept")}
    </Button>
  );
  if (queued?.now.step !== "asks")
    return (
      <Page title={t("columnsTitle")}>
        <EmptyState title={t("fileGone")} help={t("fileGoneHelp")}>
          {back}
        </EmptyState>
      </Page>
    );
  const look: TableLook = queued.now.look;
  return (
    <Page title={t("columnsTitle")} lead={t("columnsLead", { name: queued.file.name })} actions={back}>
      <ColumnChoices
        key={key}
        look={look}
        onImport={(mapping) => {
          void map(queued.key, mapping);
          void navigate("/archive/imports");
        }}
      />
    </Page>
  );
}
