import { useTranslation } from "react-i18next";
import { ticketAttributeId } from "#shared/workspace/lists.ts";
import { fitsAttribute } from "../changeSetting.ts";
import { FieldGroup } from "../FieldGroup.tsx";
import { ListSelect } from "../lists/ListSelect.tsx";
import type { DraftRow, SettingProps } from "../settingProps.ts";
import { useScope } from "../useScope.ts";
import { readRows, withEntry, withoutEntry } from "./rowEdits.ts";
import { Rows } from "./Rows.tsx";
import { ValueOfType } from "./ValueOfType.tsx";

/** Several attributes at once, each chosen by name and with a value of its type. Only what may be written is offered. */
export function AttributesSetting({ widget, value, onChange, label, help, error, config }: SettingProps<"attributes">) {
  const { t } = useTranslation("inspector");
  const { lists } = useScope();
  const rows = readRows(value);
  const type = widget.ofType === null ? null : config[widget.ofType];
  const items = (lists?.[widget.list] ?? []).filter(
    ({ id }) => widget.ofType === null || (typeof type === "string" && id.startsWith(ticketAttributeId(type, ""))),
  );
  const itemOf = (id: string) => lists?.[widget.list].find((item) => item.id === id);
  const taken = new Set(rows.map(({ attribute }) => attribute));
  // What is not there yet is left out, so that the document holds no empty places.
  const drafts = rows.map((row): DraftRow => ({
    attribute: row.attribute,
    ...(row.value === undefined ? {} : { value: row.value }),
  }));
  const nameOf = (id: string, place: number) => itemOf(id)?.name ?? (id || t("chooseAttributes", { place }));
  return (
    <FieldGroup label={label} help={help} error={error}>
      <Rows
        boxed
        entries={rows}
        most={50}
        nameOf={({ attribute }, place) => nameOf(attribute, place)}
        draw={({ attribute, value: held }, index) => (
          <>
            <ListSelect
              label={t("chooseAttributes", { place: index + 1 })}
              help={undefined}
              error={undefined}
              lists={[
                {
                  list: widget.list,
                  entries: items
                    .filter(({ id, readOnly }) => id === attribute || (readOnly !== true && !taken.has(id)))
                    .map(({ id, name, detail }) => ({ key: id, name, ...(detail ? { detail } : {}) })),
                },
              ]}
              chosen={attribute === "" ? null : attribute}
              onPick={(id) =>
                onChange(
                  withEntry(drafts, index, {
                    attribute: id,
                    ...(held !== undefined && fitsAttribute(held, itemOf(id)) ? { value: held } : {}),
                  }),
                )
              }
            />
            {attribute !== "" && (
              <ValueOfType
                key={attribute}
                label={t("attributeValueOf", { name: nameOf(attribute, index + 1) })}
                help={undefined}
                error={undefined}
                item={itemOf(attribute)}
                value={held}
                onChange={(next) =>
                  onChange(withEntry(drafts, index, { attribute, ...(next === undefined ? {} : { value: next }) }))
                }
              />
            )}
          </>
        )}
        removeLabel={({ attribute }, place) => t("removeAttribute", { name: nameOf(attribute, place) })}
        onRemove={(index) => onChange(withoutEntry(drafts, index))}
        addLabel={t("addAttribute")}
        onAdd={() => onChange([...drafts, { attribute: "" }])}
      />
    </FieldGroup>
  );
}
