import { Checkbox, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type HookField, mostHookFields } from "#shared/hooks/hookField.ts";
import type { Sample, SampleRow } from "#shared/hooks/sample.ts";
import { fold } from "#shared/language/text.ts";
import { useScope } from "../useScope.ts";
import { valueWords } from "../values/sample.ts";
import { pathWords, samePath } from "./hookEdits.ts";
import classes from "./Hooks.module.css";

interface Props {
  sample: Sample;
  fields: readonly HookField[];
  onToggle(row: SampleRow): void;
}

/** As many as are seen at a glance; more can be searched. */
const glance = 8;

/** Everything that the last call brought, each with a box to tick. */
export function SampleRows({ sample: { rows, more }, fields, onToggle }: Props) {
  const { t } = useTranslation("hooks");
  const { speech } = useScope();
  const [typed, setTyped] = useState("");
  const told = rows.map((row) => {
    const type = Array.isArray(row.value) ? "list" : "text";
    const words = typeof row.value === "number" ? String(row.value) : valueWords(row.value, { type }, speech);
    return { row, path: pathWords(row.path), words };
  });
  const found = told.filter(({ path, words }) => fold(`${path} ${words ?? ""}`).includes(fold(typed.trim())));
  if (rows.length === 0) return <p className={classes.none}>{t("noValues")}</p>;
  return (
    <div>
      {rows.length > glance && (
        <TextInput
          size="xs"
          mb={6}
          aria-label={t("search")}
          placeholder={t("search")}
          value={typed}
          autoComplete="off"
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      )}
      <ul className={classes.rows} aria-label={t("received")}>
        {found.map(({ row, path, words }) => {
          const picked = fields.some((field) => samePath(field.path, row.path));
          return (
            <li key={path}>
              <Checkbox
                checked={picked}
                disabled={!picked && fields.length >= mostHookFields}
                onChange={() => onToggle(row)}
                label={
                  <span className={classes.row}>
                    <span className={classes.path}>{path}</span>
                    <span className={classes.value}>{words ?? t("empty")}</span>
                  </span>
                }
              />
            </li>
          );
        })}
        {found.length === 0 && <li className={classes.none}>{t("notFound")}</li>}
      </ul>
      {more && <p className={classes.none}>{t("more", { count: rows.length })}</p>}
      {fields.length >= mostHookFields && <p className={classes.none}>{t("full", { count: mostHookFields })}</p>}
    </div>
  );
}
