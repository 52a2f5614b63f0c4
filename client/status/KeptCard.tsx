import { useTranslation } from "react-i18next";
import type { ServerStatus } from "#shared/api/serverStatus.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { Card } from "../ui/Card.tsx";
import { Facts } from "../ui/Facts.tsx";
import { RelativeTime } from "../ui/RelativeTime.tsx";
import { sizeWords } from "../ui/sizeWords.ts";

/** What is kept, how much room it has, and the copies of it. */
export function KeptCard({ status: { disk, backups, retention } }: { status: ServerStatus }) {
  const { t } = useTranslation("status");
  const { language } = useLanguage();
  return (
    <Card title={t("kept")}>
      <Facts
        facts={[
          [t("database"), sizeWords(disk.databaseBytes, language)],
          [t("free"), sizeWords(disk.freeBytes, language)],
          [
            t("backup"),
            backups.last === null ? (
              t("backupNone")
            ) : (
              <span key="backup">
                <RelativeTime at={backups.last} />. {t("backupWhole", { count: backups.kept })}
              </span>
            ),
          ],
          [t("details"), t("days", { count: retention.detailsDays })],
          [t("whole"), t("days", { count: retention.runsDays })],
        ]}
      />
    </Card>
  );
}
