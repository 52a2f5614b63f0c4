import { Group, Select, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { namedTypes } from "#shared/nodes/namedTypes.ts";
import { NamedType } from "#shared/workspace/lists.ts";
import { useLanguage } from "../../i18n/useLanguage.ts";
import type { DraftNamed } from "../settingProps.ts";

interface Props {
  named: DraftNamed;
  /** Whether the setting has a fault: then an empty name is marked. */
  faulty: boolean;
  onChange(part: Partial<DraftNamed>): void;
}

/** A name of the builder's own, and what it stands for. */
export function NamedRow({ named: { name, type }, faulty, onChange }: Props) {
  const { t } = useTranslation("inspector");
  const { pick } = useLanguage();
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <TextInput
        aria-label={t("pairName")}
        placeholder={t("pairName")}
        value={name}
        maxLength={60}
        autoComplete="off"
        flex={3}
        error={faulty && name.trim() === ""}
        onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
      />
      <Select
        aria-label={t("namedType")}
        data={NamedType.options.map((each) => ({ value: each, label: pick(namedTypes[each]) }))}
        value={type}
        onChange={(next) => next !== null && onChange({ type: next })}
        allowDeselect={false}
        flex={2}
      />
    </Group>
  );
}
