import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { routes } from "#shared/api/routes.ts";
import { call } from "../../api/call.ts";
import { query } from "../../api/query.ts";
import { Trouble } from "../../ui/Trouble.tsx";
import { useHook } from "./useHook.ts";

/** Where the address is all that has to be known, one that got about is given up for another. */
export function HookAddressRenewal() {
  const { t } = useTranslation("hooks");
  const { t: frame } = useTranslation();
  const client = useQueryClient();
  const { params } = useHook();
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  const renew = useMutation({
    mutationFn: () => call(routes.renewHookAddress, { params }),
    onSuccess: (hook) => {
      client.setQueryData(query("getHook", { params }).queryKey, hook);
      close();
    },
  });
  return (
    <div>
      <Button size="xs" variant="default" onClick={() => setAsking(true)}>
        {t("changeAddress")}
      </Button>
      {asking && (
        <Modal
          opened
          onClose={close}
          title={t("changeAddressTitle")}
          closeButtonProps={{ "aria-label": frame("close") }}
        >
          <Stack>
            <Text>{t("changeAddressHelp")}</Text>
            {renew.error && <Trouble error={renew.error} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={close} data-autofocus>
                {t("cancel")}
              </Button>
              <Button color="red.9" loading={renew.isPending} onClick={() => renew.mutate()}>
                {t("changeAddressDo")}
              </Button>
            </Group>
          </Stack>
        </Modal>
      )}
    </div>
  );
}
