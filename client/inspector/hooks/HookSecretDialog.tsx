import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { routes } from "#shared/api/routes.ts";
import { call } from "../../api/call.ts";
import { Trouble } from "../../ui/Trouble.tsx";
import { useHook } from "./useHook.ts";

interface Props {
  onChanged(secret: string): void;
  onClose(): void;
}

const shortest = 8;
const longest = 500;

/** Another secret cannot be taken back, so it is said what stops working. Some tools make the secret themselves. */
export function HookSecretDialog({ onChanged, onClose }: Props) {
  const { t } = useTranslation("hooks");
  const { t: frame } = useTranslation();
  const { params } = useHook();
  const [own, setOwn] = useState("");
  const given = own.trim();
  const tooShort = given !== "" && given.length < shortest;
  const change = useMutation({
    mutationFn: () => call(routes.changeHookSecret, { params, body: { secret: given === "" ? null : given } }),
    onSuccess: ({ secret }) => {
      onChanged(secret);
      onClose();
    },
    gcTime: 0,
  });
  return (
    <Modal opened onClose={onClose} title={t("changeSecretTitle")} closeButtonProps={{ "aria-label": frame("close") }}>
      <Stack>
        <Text>{t("changeSecretHelp")}</Text>
        <TextInput
          label={t("ownSecret")}
          description={t("ownSecretHelp")}
          error={tooShort && t("secretTooShort", { least: shortest })}
          value={own}
          maxLength={longest}
          autoComplete="off"
          onChange={({ currentTarget }) => setOwn(currentTarget.value)}
        />
        {change.error && <Trouble error={change.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t("cancel")}
          </Button>
          <Button color="red.9" loading={change.isPending} disabled={tooShort} onClick={() => change.mutate()}>
            {given === "" ? t("makeSecretDo") : t("takeSecretDo")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
