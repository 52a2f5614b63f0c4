import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { routes } from "#shared/api/routes.ts";
import { joinWords } from "#shared/language/text.ts";
import type { WorkflowDetail } from "#shared/api/workflows.ts";
import { call } from "../api/call.ts";
import { useSpeech } from "../i18n/useSpeech.ts";
import type { Autosave } from "../draft/autosave.ts";
import { Trouble } from "../ui/Trouble.tsx";

interface Props {
  detail: WorkflowDetail;
  autosave: Autosave;
  onClose(): void;
}

/** Deleting cannot be undone, so it says what will be gone. Only a workflow that is off can be deleted. */
export function DeleteDialog({ detail, autosave, onClose }: Props) {
  const { t } = useTranslation("editor");
  const client = useQueryClient();
  const navigate = useNavigate();
  const remove = useMutation({
    async mutationFn() {
      await autosave.flush();
      await call(routes.deleteWorkflow, { params: { id: detail.id } });
    },
    async onSuccess() {
      void client.invalidateQueries({ queryKey: ["listWorkflows"] });
      await navigate("/workflows");
    },
  });
  const { say } = useSpeech();
  const isOn = detail.mode !== "off";
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("deleteTitle", { name: detail.name })}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <Stack>
        <Text>
          {isOn
            ? t("deleteOn")
            : detail.liveVersion === null
              ? t("deleteDraft")
              : t("deletePublished", { count: detail.liveVersion })}
        </Text>
        {!isOn && detail.usedBy.length > 0 && (
          <Text>
            {t("deleteUsed", {
              names: joinWords(
                detail.usedBy.map(({ name }) => name),
                say("and", "y"),
              ),
            })}
          </Text>
        )}
        {remove.error && <Trouble error={remove.error} />}
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={onClose}>
            {isOn ? t("close") : t("cancel")}
          </Button>
          {!isOn && (
            <Button color="red.9" loading={remove.isPending} onClick={() => remove.mutate()}>
              {t("deleteDo")}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
