import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";

const shownMs = 12_000;

/** Says in passing what was done, with a button that takes it back. */
export function useUndoNotice(): (message: string, undo: () => void) => void {
  const { t } = useTranslation("tables");
  const { t: frame } = useTranslation();
  return (message, undo) => {
    const id = notifications.show({
      autoClose: shownMs,
      closeButtonProps: { "aria-label": frame("close") },
      message: (
        <Group gap="sm">
          {message}
          <Button
            size="compact-sm"
            variant="light"
            onClick={() => {
              notifications.hide(id);
              undo();
            }}
          >
            {t("undo")}
          </Button>
        </Group>
      ),
    });
  };
}
