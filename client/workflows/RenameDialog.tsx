import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import type { UseMutationResult } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Trouble } from "../ui/Trouble.tsx";

interface Props {
  name: string;
  rename: UseMutationResult<unknown, Error, string>;
  onClose: () => void;
}

/** Asks for another name; stays open with what was typed when the server refuses it. */
export function RenameDialog({ name, rename, onClose }: Props) {
  const { t } = useTranslation("workflows");
  const { t: frame } = useTranslation();
  const [typed, setTyped] = useState(name);
  const given = typed.trim();
  return (
    <Modal opened onClose={onClose} title={t("renameTitle")} closeButtonProps={{ "aria-label": frame("close") }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (given !== "") rename.mutate(given, { onSuccess: onClose });
        }}
      >
        <Stack>
          <TextInput
            label={t("name")}
            value={typed}
            maxLength={120}
            data-autofocus
            error={given === "" ? t("nameMissing") : null}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          {rename.error && <Trouble error={rename.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit" loading={rename.isPending}>
              {t("rename")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
