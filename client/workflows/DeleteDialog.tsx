import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import type { UseMutationResult } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { WorkflowSummary } from "#shared/api/workflows.ts";
import { Trouble } from "../ui/Trouble.tsx";

interface Props {
  workflow: WorkflowSummary;
  remove: UseMutationResult<unknown, Error, void>;
  onClose: () => void;
}

/** Deleting cannot be undone, so it is said what goes and what stays. */
export function DeleteDialog({ workflow: { name, liveVersion }, remove, onClose }: Props) {
  const { t } = useTranslation("workflows");
  const { t: frame } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("deleteTitle", { name })}
      closeButtonProps={{ "aria-label": frame("close") }}
    >
      <Stack>
        <Text>{liveVersion === null ? t("deleteDraft") : t("deletePublished", { count: liveVersion })}</Text>
        {remove.error && <Trouble error={remove.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t("cancel")}
          </Button>
          <Button
            color="red.9"
            loading={remove.isPending}
            onClick={() => remove.mutate(undefined, { onSuccess: onClose })}
          >
            {t("deleteDo")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
