import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import type { UseMutationResult } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { longestName } from "#shared/tables/table.ts";
import { Trouble } from "../ui/Trouble.tsx";

interface Props {
  title: string;
  name: string;
  /** What the button says that keeps the name. */
  label: string;
  save: UseMutationResult<unknown, Error, string>;
  onClose: () => void;
  /** What else is asked for. */
  children?: ReactNode;
}

/** Asks for a name; stays open with what was typed when the server refuses it. */
export function NameDialog({ title, name, label, save, onClose, children }: Props) {
  const { t } = useTranslation("tables");
  const { t: frame } = useTranslation();
  const [typed, setTyped] = useState(name);
  const [asked, setAsked] = useState(false);
  const given = typed.trim();
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ "aria-label": frame("close") }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (given !== "") save.mutate(given, { onSuccess: onClose });
        }}
      >
        <Stack>
          <TextInput
            label={t("name")}
            value={typed}
            maxLength={longestName}
            autoComplete="off"
            data-autofocus
            error={asked && given === "" ? t("nameMissing") : null}
            onFocus={({ currentTarget }) => currentTarget.select()}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          {children}
          {save.error && <Trouble error={save.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {label}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
