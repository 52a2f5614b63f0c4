import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import type { Autosave } from "../draft/autosave.ts";

/** Two people changed the same draft: one of them has to choose. Both ways can be gone back on with Undo. */
export function StaleDialog({ autosave }: { autosave: Autosave }) {
  const { t } = useTranslation("editor");
  const isStale = useStore(autosave.state, ({ kind }) => kind === "stale");
  return (
    <Modal
      opened={isStale}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t("staleTitle")}
    >
      <Stack>
        <Text>{t("staleText")}</Text>
        <Text c="dimmed">{t("staleHelp")}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={autosave.takeTheirs}>
            {t("takeTheirs")}
          </Button>
          <Button data-autofocus onClick={() => void autosave.keepMine()}>
            {t("keepMine")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
