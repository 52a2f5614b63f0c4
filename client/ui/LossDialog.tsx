import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import type { UseMutationResult } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Trouble } from "./Trouble.tsx";

interface Props {
  title: string;
  /** What will be gone, and who will miss it. */
  losses: readonly string[];
  /** What the button says that does it. */
  label: string;
  remove: UseMutationResult<unknown, Error, void>;
  /** It is not known yet how much goes, or could not be found out: then nothing is deleted. */
  waits?: boolean;
  error?: Error | null;
  onClose: () => void;
}

/** What cannot be undone says what goes, before it goes. */
export function LossDialog({ title, losses, label, remove, waits = false, error = null, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ "aria-label": t("close") }}>
      <Stack>
        {losses.map((loss) => (
          <Text key={loss}>{loss}</Text>
        ))}
        {(remove.error ?? error) && <Trouble error={remove.error ?? error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t("cancel")}
          </Button>
          <Button
            color="red.9"
            loading={remove.isPending}
            disabled={waits}
            onClick={() => remove.mutate(undefined, { onSuccess: onClose })}
          >
            {label}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
