import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { routes } from "#shared/api/routes.ts";
import { call } from "../api/call.ts";
import { query } from "../api/query.ts";
import { Trouble } from "../ui/Trouble.tsx";

/** The token cannot be brought back, so it is said what goes and what stays. */
export function DisconnectDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("connections");
  const { t: frame } = useTranslation();
  const client = useQueryClient();
  const disconnect = useMutation({
    mutationFn: () => call(routes.disconnect, {}),
    onSuccess: async (status) => {
      client.setQueryData(query("getConnection", {}).queryKey, status);
      onClose();
      await client.invalidateQueries();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t("disconnectTitle")} closeButtonProps={{ "aria-label": frame("close") }}>
      <Stack>
        <Text>{t("disconnectHelp")}</Text>
        {disconnect.error && <Trouble error={disconnect.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t("cancel")}
          </Button>
          <Button color="red.9" loading={disconnect.isPending} onClick={() => disconnect.mutate()}>
            {t("disconnect")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
