import { ActionIcon, Group, Select, TextInput } from "@mantine/core";
import { Trash2, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { HookField, hookTypes } from "#shared/hooks/hookField.ts";
import { fitTo } from "#shared/hooks/readFields.ts";
import type { Sample } from "#shared/hooks/sample.ts";
import { useScope } from "../useScope.ts";
import { valueWords } from "../values/sample.ts";
import { pathWords, samePath } from "./hookEdits.ts";
import classes from "./Hooks.module.css";

interface Props {
  field: HookField;
  /** What came last; null before the first call. */
  sample: Sample | null;
  /** Somebody has been told that something is missing. */
  asked: boolean;
  onChange(field: HookField): void;
  onRemove(): void;
}

/** One picked value: its name, its type, and what it was in the last call as later steps would see it. */
export function PickedField({ field, sample, asked, onChange, onRemove }: Props) {
  const { t } = useTranslation("hooks");
  const { speech } = useScope();
  const { name, path, type } = field;
  const where = pathWords(path);
  const row = sample?.rows.find((each) => samePath(each.path, path));
  const fitting = row ? fitTo(type, row.value) : null;
  const isEmpty = row?.value === null || row?.value === "";
  const words = fitting === null ? t("empty") : valueWords(fitting, { type }, speech);
  const came = row ? valueWords(row.value, { type: "text" }, speech) : null;
  const missing = sample !== null && !sample.more && row === undefined;
  const wrong = row !== undefined && fitting === null && !isEmpty;
  return (
    <li className={classes.box} aria-label={name || where}>
      <div className={classes.where}>
        <span className={classes.path}>{where}</span>
        {row && !wrong && <span className={classes.value}>{words}</span>}
        <ActionIcon variant="subtle" color="gray" aria-label={t("remove", { name: name || where })} onClick={onRemove}>
          <Trash2 size={16} aria-hidden />
        </ActionIcon>
      </div>
      <Group gap={6} wrap="nowrap" align="flex-start">
        <TextInput
          className={classes.name ?? ""}
          size="xs"
          label={t("name")}
          value={name}
          maxLength={60}
          autoComplete="off"
          error={asked && name.trim() === ""}
          onChange={({ currentTarget }) => onChange({ ...field, name: currentTarget.value })}
        />
        <Select
          className={classes.type ?? ""}
          size="xs"
          label={t("type")}
          data={hookTypes.map((each) => ({ value: each, label: t(`type_${each}`) }))}
          value={type}
          allowDeselect={false}
          onChange={(next) => onChange({ ...field, type: HookField.shape.type.parse(next) })}
        />
      </Group>
      {(missing || wrong) && (
        <p className={classes.warning}>
          <TriangleAlert size={14} aria-hidden />
          {missing ? t("missing") : t("wrongType", { value: came ?? "" })}
        </p>
      )}
    </li>
  );
}
