import { Button, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { namedTypes } from "#shared/nodes/namedTypes.ts";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { FieldGroup } from "../FieldGroup.tsx";
import type { SettingProps } from "../settingProps.ts";
import { TemplateField } from "../text/TemplateField.tsx";
import { useScope } from "../useScope.ts";
import { readPairs } from "./rowEdits.ts";

/** What the chosen entry takes, each by its name; what is filled in under a name that it no longer takes is said. */
export function TakesSetting({ widget, value, onChange, label, help, error, config }: SettingProps<"takes">) {
  const { t } = useTranslation("inspector");
  const { pick } = useLanguage();
  const { lists } = useScope();
  const chosen = config[widget.of];
  const item = lists?.[widget.list].find(({ id }) => id === chosen);
  const asked = item?.takes ?? [];
  const given = readPairs(value);
  const without = (name: string) => given.filter((pair) => pair.name !== name);
  const left = item ? given.filter(({ name }) => !asked.some((each) => each.name === name)) : [];
  return (
    <FieldGroup label={label} help={help} error={error}>
      <Stack gap="sm">
        {asked.length === 0 && (
          <Text size="sm" c="dimmed">
            {item ? t("takesNothing") : t("takesUnknown")}
          </Text>
        )}
        {asked.map(({ name, type }) => (
          <TemplateField
            key={name}
            label={name}
            help={type === "text" ? undefined : pick(namedTypes[type])}
            error={undefined}
            multiline={false}
            value={given.find((pair) => pair.name === name)?.value ?? []}
            onChange={(next) => onChange(next.length === 0 ? without(name) : [...without(name), { name, value: next }])}
          />
        ))}
        {left.map(({ name }) => (
          <Text key={name} size="sm">
            {t("noLongerTaken", { name })}{" "}
            <Button size="compact-xs" variant="default" onClick={() => onChange(without(name))}>
              {t("removeTaken", { name })}
            </Button>
          </Text>
        ))}
      </Stack>
    </FieldGroup>
  );
}
