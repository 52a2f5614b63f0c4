import { Button, SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type CsvField, csvFields, type CsvMapping } from "#shared/archive/csvMapping.ts";
import { joinWords } from "#shared/language/text.ts";
import { Callout } from "../ui/Callout.tsx";
import { Card } from "../ui/Card.tsx";
import { ZoneSelect } from "../ui/ZoneSelect.tsx";
import { missingFields, neededFields, withColumn } from "./columnMapping.ts";
import { ColumnPreview } from "./ColumnPreview.tsx";
import { ColumnSelect } from "./ColumnSelect.tsx";
import { ColumnTable } from "./ColumnTable.tsx";
import classes from "./MapColumns.module.css";
import type { TableLook } from "./fileQueue.ts";
import { useMapping } from "./useMapping.ts";

interface Props {
  look: TableLook;
  onImport(mapping: CsvMapping): void;
}

/** The sample as a table, a choice of column for each thing, what is missing, and what would come of it. */
export function ColumnChoices({ look, onImport }: Props) {
  const { t } = useTranslation("archive");
  const [mapping, change] = useMapping(look);
  const missing = missingFields(mapping);
  const needed: readonly CsvField[] = neededFields(mapping);
  const select = (field: CsvField) => (
    <ColumnSelect
      key={field}
      field={field}
      look={look}
      place={mapping.columns[field]}
      needed={needed.includes(field)}
      onChange={(place) => change(withColumn(mapping, field, place))}
    />
  );
  const missed = joinWords(
    missing.map((field) => t(`missing_${field}`)),
    t("and"),
  );
  return (
    <div className={classes.parts}>
      <Card title={t("sampleTitle")}>
        <ColumnTable look={look} mapping={mapping} />
      </Card>
      <Card title={t("choicesTitle")}>
        <div className={classes.rows}>
          <span id="what-a-row-is">{t("rowIs")}</span>
          <SegmentedControl
            aria-labelledby="what-a-row-is"
            value={mapping.rows}
            onChange={(rows) => change({ ...mapping, rows })}
            data={[
              { value: "message", label: t("rowMessage") },
              { value: "conversation", label: t("rowConversation") },
            ]}
          />
        </div>
        <div className={classes.selects}>
          {needed.map(select)}
          {csvFields.filter((field) => !needed.includes(field)).map(select)}
        </div>
        <div className={classes.times}>
          <div className={classes.labelled}>
            <span id="what-comes-first">{t("dayFirst")}</span>
            <SegmentedControl
              aria-labelledby="what-comes-first"
              value={mapping.dayFirst ? "day" : "month"}
              onChange={(first) => change({ ...mapping, dayFirst: first === "day" })}
              data={[
                { value: "day", label: t("firstDay") },
                { value: "month", label: t("firstMonth") },
              ]}
            />
          </div>
          <ZoneSelect
            zone={mapping.timezone}
            missing={false}
            onChange={(timezone) => change({ ...mapping, timezone })}
          />
        </div>
      </Card>
      <Card title={t("previewTitle")}>
        <ColumnPreview rows={look.rows} mapping={mapping} />
      </Card>
      <div className={classes.foot}>
        <div role="status">
          {missing.length > 0 && <Callout tone="warn" title={t("missing", { count: missing.length, missed })} />}
        </div>
        <Button disabled={missing.length > 0} onClick={() => onImport(mapping)}>
          {t("importTable")}
        </Button>
      </div>
    </div>
  );
}
