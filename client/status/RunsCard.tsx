import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ServerStatus } from "#shared/api/serverStatus.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { Card } from "../ui/Card.tsx";
import { Facts } from "../ui/Facts.tsx";
import { RelativeTime } from "../ui/RelativeTime.tsx";
import { durationWords } from "../ui/times.ts";
import classes from "./Status.module.css";

/** How many runs go, wait and are due, and how soon they begin. */
export function RunsCard({ status: { runs, firstSteps } }: { status: ServerStatus }) {
  const { t } = useTranslation("status");
  const { language } = useLanguage();
  return (
    <Card title={t("runs")}>
      <Facts
        facts={[
          [
            t("running"),
            <Link key="running" className={classes.link} to="/runs?status=running">
              {t("runCount", { count: runs.running })}
            </Link>,
          ],
          [
            t("asleep"),
            <Link key="waiting" className={classes.link} to="/runs?status=waiting">
              {t("runCount", { count: runs.waiting })}
            </Link>,
          ],
          [
            t("due"),
            runs.dueSince === null ? (
              t("dueNone")
            ) : (
              <span key="due">
                {t("dueCount", { count: runs.due })} <RelativeTime at={runs.dueSince} />
              </span>
            ),
          ],
          [
            t("begin"),
            firstSteps === null
              ? t("beginNone")
              : t("beginWithin", {
                  half: durationWords(firstSteps.halfMs, language),
                  most: durationWords(firstSteps.mostMs, language),
                  count: firstSteps.runs,
                }),
          ],
        ]}
      />
    </Card>
  );
}
