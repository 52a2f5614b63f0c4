import { useTranslation } from "react-i18next";
import type { ServerStatus } from "#shared/api/serverStatus.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { Card } from "../ui/Card.tsx";
import { Facts } from "../ui/Facts.tsx";
import { shortTime } from "../ui/times.ts";

/** Which version it is, and since when it runs. */
export function ServerCard({ status: { version, startedAt } }: { status: ServerStatus }) {
  const { t } = useTranslation("status");
  const { language } = useLanguage();
  return (
    <Card title={t("server")}>
      <Facts
        facts={[
          [t("version"), version],
          [t("since"), shortTime(Date.parse(startedAt), language)],
        ]}
      />
    </Card>
  );
}
