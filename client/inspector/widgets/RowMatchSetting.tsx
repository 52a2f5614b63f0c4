import { Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { FieldGroup } from "../FieldGroup.tsx";
import type { SettingProps } from "../settingProps.ts";
import { TemplateField } from "../text/TemplateField.tsx";
import { ColumnSelect } from "./ColumnSelect.tsx";
import { readMatch } from "./rowEdits.ts";
import { useColumns } from "./useColumns.ts";

/** Which rows of a table: those whose column holds a text with values. */
export function RowMatchSetting({ widget, config, value, onChange, label, help, error }: SettingProps<"rowMatch">) {
  const { t } = useTranslation("inspector");
  const { pick } = useLanguage();
  const columns = useColumns(config[widget.of]);
  const match = readMatch(value);
  if (typeof columns === "string")
    return (
      <FieldGroup label={label} help={help}>
        <div>{t(columns)}</div>
      </FieldGroup>
    );
  return (
    <FieldGroup label={label} help={help} error={error}>
      <Stack gap={6}>
        <ColumnSelect
          label={t("matchColumn")}
          columns={columns}
          none={widget.none && pick(widget.none)}
          chosen={match ? match.column : null}
          missing={error !== undefined}
          onPick={(column) => onChange(column === null ? null : { column, is: match?.is ?? [] })}
        />
        {match && (
          <TemplateField
            label={t("matchIs")}
            help={undefined}
            error={undefined}
            multiline={false}
            value={match.is}
            onChange={(is) => onChange({ ...match, is })}
          />
        )}
      </Stack>
    </FieldGroup>
  );
}
