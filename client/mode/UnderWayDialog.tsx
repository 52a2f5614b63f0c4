import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { routes } from "#shared/api/routes.ts";
import { call } from "../api/call.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { useNotice } from "../ui/useNotice.ts";

interface Props {
  workflow: { id: string; name: string };
  /** It is in shadow now, else off. */
  isShadow: boolean;
  /** How many of its runs are under way or wait. */
  count: number;
  onClose: () => void;
}

/** After a workflow was set to start nothing more: whether those that are under way may finish, which they do unless one says otherwise. */
export function UnderWayDialog({ workflow: { id, name }, isShadow, count, onClose }: Props) {
  const { t } = useTranslation("mode");
  const { t: frame } = useTranslation();
  const client = useQueryClient();
  const notice = useNotice();
  const stop = useMutation({
    mutationFn: () => call(routes.stopRuns, { params: { id } }),
    onSuccess: ({ runs }) => {
      onClose();
      notice(t("stopping", { count: runs }));
      return client.invalidateQueries({ queryKey: ["listRuns"] });
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(isShadow ? "shadowTitle" : "offTitle", { name })}
      closeButtonProps={{ "aria-label": frame("close") }}
    >
      <Stack>
        <Text>{t("underWay", { count })}</Text>
        <Text>{t("help")}</Text>
        {stop.error && <Trouble error={stop.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t("finish", { count })}
          </Button>
          <Button color="red.9" loading={stop.isPending} onClick={() => stop.mutate()}>
            {t("stop", { count })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
