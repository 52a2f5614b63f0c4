import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { focusAtOnce } from "../ui/focusAtOnce.ts";
import classes from "./ByHandModal.module.css";
import { RunProgress } from "./RunProgress.tsx";
import type { useRunByHand } from "./useRunByHand.ts";

interface Props {
  title: string;
  /** On which many things are listed. */
  wide?: boolean;
  hand: ReturnType<typeof useRunByHand>;
  /** What the button says that starts the runs. */
  action: string;
  ready: boolean;
  onRun(): void;
  onClose(): void;
  /** What is chosen before. */
  children: ReactNode;
}

/** Asks what is to be run and on what; then tells how far it has come. */
export function ByHandModal({ title, wide = false, hand, action, ready, onRun, onClose, children }: Props) {
  const { t } = useTranslation("byHand");
  const { t: frame } = useTranslation();
  const { run } = hand;
  return (
    <Modal
      opened
      size={wide ? "lg" : "md"}
      onClose={onClose}
      title={title}
      classNames={{ title: classes.title ?? "" }}
      closeButtonProps={{ "aria-label": frame("close") }}
    >
      <Stack>
        {!run.isSuccess && (
          <>
            <Text>{t("help")}</Text>
            {children}
          </>
        )}
        <RunProgress {...hand} />
        {run.isSuccess ? (
          <Group justify="flex-end">
            <Button ref={focusAtOnce} variant="default" onClick={onClose}>
              {frame("close")}
            </Button>
          </Group>
        ) : (
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button loading={run.isPending} disabled={!ready} onClick={onRun}>
              {action}
            </Button>
          </Group>
        )}
      </Stack>
    </Modal>
  );
}
