import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { query } from "../api/query.ts";
import { Card } from "../ui/Card.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Page } from "../ui/Page.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { ImportRow } from "./ImportRow.tsx";
import classes from "./Imports.module.css";
import { LeftOutList } from "./LeftOutList.tsx";

/** One import, with all that it left out and why. */
export function ImportPage() {
  const { t } = useTranslation("archive");
  const { id = "" } = useParams();
  const archive = useQuery(query("getArchive", {}));
  const leftOut = useQuery(query("getLeftOut", { params: { id } }));
  const given = archive.data?.imports.find((each) => each.id === id);
  const back = (
    <Button component={Link} to="/archive/imports" variant="default">
      {t("allImportsBack")}
    </Button>
  );
  if (archive.isPending) return <Waiting />;
  if (archive.isSuccess && !given)
    return (
      <Page title={t("importTitle")}>
        <EmptyState title={t("noImport")} help={t("noImportHelp")}>
          {back}
        </EmptyState>
      </Page>
    );
  const reasons = (kind: "leftOut" | "remark") => leftOut.data?.reasons.filter((each) => each.kind === kind) ?? [];
  return (
    <Page title={given?.name ?? t("importTitle")} actions={back}>
      <div className={classes.below}>
        {archive.isError && <Trouble error={archive.error} onRetry={() => void archive.refetch()} />}
        {given && (
          <Card title={t("howItStands")}>
            <ImportRow import={given} alone />
          </Card>
        )}
        {leftOut.isPending && <Waiting />}
        {leftOut.isError && <Trouble error={leftOut.error} onRetry={() => void leftOut.refetch()} />}
        {given && leftOut.isSuccess && (
          <>
            <Card title={t("leftOutTitle")}>
              <p className={classes.quiet}>
                {given.leftOut === 0 ? t("leftOutNone") : t("leftOutOf", { count: given.read, left: given.leftOut })}
              </p>
              <LeftOutList reasons={reasons("leftOut")} />
            </Card>
            {given.remarked > 0 && (
              <Card title={t("remarkedTitle")}>
                <p className={classes.quiet}>{t("remarkedHelp", { count: given.remarked })}</p>
                <LeftOutList reasons={reasons("remark")} />
              </Card>
            )}
          </>
        )}
      </div>
    </Page>
  );
}
