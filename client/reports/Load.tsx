import { Select } from "@mantine/core";
import { useState } from "react";
import { Trans, useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Report } from "#shared/api/simulations.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { Card } from "../ui/Card.tsx";
import { shortTime } from "../ui/times.ts";
import { Figure } from "./Figure.tsx";
import classes from "./Reports.module.css";
import { useChoiceNames } from "./useChoiceNames.ts";
import { useFigures } from "./useFigures.ts";
import { whereLink } from "./whereLink.ts";

const hours = Array.from({ length: 24 }, (_, hour) => hour);
/** A Monday: the week begins with it. */
const monday = Date.UTC(2024, 0, 1);
const dayMs = 86_400_000;

/** In which hours of the week a workflow would act, all in all or for one team; and how many calls that takes at its busiest. */
export function Load({ report }: { report: Report }) {
  const { t } = useTranslation("reports");
  const { language } = useLanguage();
  const { count, conversations } = useFigures();
  const nameOf = useChoiceNames(report);
  const [team, setTeam] = useState<string | null>(null);
  const load = report.load.find((each) => each.team === team) ?? report.load[0];
  const most = Math.max(1, ...(load?.hours ?? []));
  const names = new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" });
  const days = hours.slice(0, 7).map((day) => names.format(monday + day * dayMs));
  const { peak, peakAt, perMinute } = report.calls;
  return (
    <Card title={t("load")}>
      <p className={classes.quiet}>{t("loadLead", { zone: report.timeZone })}</p>
      {report.load.length > 1 && (
        <Select
          className={classes.price ?? ""}
          label={t("loadTeam")}
          size="xs"
          allowDeselect={false}
          value={team ?? ""}
          onChange={(chosen) => setTeam(chosen === "" ? null : chosen)}
          data={report.load.map((each) => ({
            value: each.team ?? "",
            label:
              each.team === null
                ? t("loadAll")
                : t("loadTeamOf", { team: nameOf("team", each.team), n: count(each.count) }),
          }))}
        />
      )}
      <div className={classes.scroll}>
        <table className={classes.week}>
          <thead>
            <tr>
              <td />
              {hours.map((hour) => (
                <th key={hour} scope="col">
                  {hour}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map((day, place) => (
              <tr key={day}>
                <th scope="row">{day}</th>
                {hours.map((hour) => {
                  const at = place * 24 + hour;
                  const number = load?.hours[at] ?? 0;
                  const words = t("loadCell", { day, hour: `${hour}:00`, n: conversations(number) });
                  return (
                    <td key={hour}>
                      {number > 0 && (
                        <Link
                          to={whereLink({ kind: "hour", team, hour: at })}
                          preventScrollReset
                          aria-label={words}
                          title={words}
                          style={{ opacity: 0.15 + 0.85 * (number / most) }}
                        />
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        {peakAt === null ? (
          t("callsNone")
        ) : (
          <Trans
            t={t}
            i18nKey="calls"
            values={{ when: shortTime(Date.parse(peakAt), language), n: count(peak), limit: count(perMinute) }}
            components={{ peak: <Figure where={{ kind: "peak" }} count={peak} /> }}
          />
        )}
      </p>
    </Card>
  );
}
