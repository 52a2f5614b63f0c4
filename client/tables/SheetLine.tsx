import { Check } from "lucide-react";
import { memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "#shared/language/text.ts";
import type { Cell, Cells, Column } from "#shared/tables/table.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { columnWidth, lineHeight } from "./measures.ts";
import classes from "./Sheet.module.css";

interface Props {
  id: string;
  index: number;
  columns: readonly Column[];
  /** Undefined while they are not read. */
  cells: Cells | undefined;
  /** The line where a new row is begun. */
  isNew: boolean;
  /** The columns selected in this line, first and last; -1 for none. */
  from: number;
  to: number;
  /** The column of the active cell; -1 where that is in another line. */
  active: number;
  /** The column of the cell that is edited, -1 where none is here, and the field over it. */
  edited: number;
  editor: ReactNode;
}

const numbers: Record<Language, Intl.NumberFormat> = {
  en: new Intl.NumberFormat("en", { maximumFractionDigits: 20 }),
  es: new Intl.NumberFormat("es", { maximumFractionDigits: 20 }),
};
const days: Record<Language, Intl.DateTimeFormat> = {
  en: new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "UTC" }),
  es: new Intl.DateTimeFormat("es", { dateStyle: "medium", timeZone: "UTC" }),
};

function shown(cell: Cell, { type }: Column, language: Language): string {
  if (typeof cell === "number") return numbers[language].format(cell);
  return type === "date" && typeof cell === "string" ? days[language].format(Date.parse(cell)) : String(cell ?? "");
}

/** One row of the sheet. */
export const SheetLine = memo(({ id, index, columns, cells, isNew, from, to, active, edited, editor }: Props) => {
  const { t } = useTranslation("tables");
  const { language } = useLanguage();
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={from >= 0}
      className={classes.line}
      style={{ top: index * lineHeight }}
    >
      <div role="rowheader" className={classes.number} data-row={index} data-column={-1}>
        {isNew ? "+" : index + 1}
      </div>
      {columns.map((column, place) => {
        const cell = cells?.[column.id] ?? null;
        return (
          <div
            key={column.id}
            id={`${id}-${index}-${place}`}
            role="gridcell"
            aria-colindex={place + 2}
            aria-selected={place >= from && place <= to}
            className={classes.cell}
            data-row={index}
            data-column={place}
            data-type={column.type}
            data-selected={place >= from && place <= to}
            data-active={place === active}
            style={{ width: columnWidth(column) }}
          >
            {typeof cell === "boolean" ? (
              <span className={classes.yesNo} data-yes={cell}>
                {cell && <Check size={14} aria-hidden />}
                {cell ? t("yes") : t("no")}
              </span>
            ) : isNew && place === 0 && !editor ? (
              <span className={classes.hint}>{t("newRow")}</span>
            ) : (
              <span className={classes.words}>{shown(cell, column, language)}</span>
            )}
            {place === edited && editor}
          </div>
        );
      })}
    </div>
  );
});
