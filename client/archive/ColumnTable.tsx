import { useTranslation } from "react-i18next";
import type { CsvMapping } from "#shared/archive/csvMapping.ts";
import { shorten } from "#shared/language/text.ts";
import { fieldsAt } from "./columnMapping.ts";
import classes from "./MapColumns.module.css";
import type { TableLook } from "./fileQueue.ts";

const rowsShown = 6;

/** The first rows of a file, each column with what it is taken for. */
export function ColumnTable({ look: { columns, rows }, mapping }: { look: TableLook; mapping: CsvMapping }) {
  const { t } = useTranslation("archive");
  return (
    <div className={classes.scroll} role="region" aria-label={t("sampleTitle")} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            {columns.map((name, place) => {
              const fields = fieldsAt(mapping, place);
              return (
                // Two columns may have the same name.
                <th key={`${place} ${name}`} scope="col" data-used={fields.length > 0}>
                  <span className={classes.column}>{name.trim() || t("columnPlace", { place: place + 1 })}</span>
                  <span className={classes.use}>
                    {fields.length === 0 ? t("unused") : fields.map((field) => t(`field_${field}`)).join(", ")}
                  </span>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, rowsShown).map((row, index) => (
            <tr key={`${index} ${row.join()}`}>
              {columns.map((name, place) => (
                <td key={`${place} ${name}`} data-used={fieldsAt(mapping, place).length > 0}>
                  {shorten(row[place] ?? "", 80)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
