import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TableDetail } from "#shared/api/tables.ts";
import { inSentence } from "#shared/language/speech.ts";
import { longestName } from "#shared/tables/table.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { Callout } from "../ui/Callout.tsx";
import { Facts } from "../ui/Facts.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { importPlan } from "./importPlan.ts";
import type { TableFile } from "./readTableFile.ts";
import { useImport } from "./useImport.ts";

interface Props {
  table: TableDetail | null;
  file: TableFile;
  onClose(): void;
  onDone(id: string): void;
}

/** What a file brings and where it goes, before anything is written. */
export function ImportDialog({ table, file, onClose, onDone }: Props) {
  const { t } = useTranslation("tables");
  const { t: frame } = useTranslation();
  const { language } = useLanguage();
  const [name, setName] = useState(file.name);
  const plan = useMemo(() => importPlan(file, table?.columns ?? [], language), [file, table, language]);
  const bring = useImport(table);
  const given = table ? table.name : name.trim();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("importTitle", { name: file.name })}
      closeButtonProps={{ "aria-label": frame("close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (given === "") return;
          const done = (id: string) => {
            onClose();
            onDone(id);
          };
          bring.mutate({ name: given, plan }, { onSuccess: done });
        }}
      >
        <Stack>
          {!table && (
            <TextInput
              label={t("name")}
              value={name}
              maxLength={longestName}
              autoComplete="off"
              data-autofocus
              error={given === "" ? t("nameMissing") : null}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
            />
          )}
          <Text>{t("importRows", { count: plan.rows.length })}</Text>
          <Facts
            facts={plan.columns.map(({ name: own, type, into }, index) => [
              file.headers[index] ?? own,
              into === null ? t("importNew", { type: inSentence(t(`type_${type}`)) }) : t("importInto", { name: own }),
            ])}
          />
          {plan.leftOut > 0 && <Callout tone="warn" title={t("importLeftOut", { count: plan.leftOut })} />}
          {bring.error && <Trouble error={bring.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit" loading={bring.isPending} {...(table ? { "data-autofocus": true } : {})}>
              {t("importDo")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
