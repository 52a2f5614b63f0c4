import { notifications } from "@mantine/notifications";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";

/** Says in passing that something was done; it goes away by itself. */
export function useNotice(): (message: string) => void {
  const { t } = useTranslation();
  return useCallback(
    (message) => void notifications.show({ message, closeButtonProps: { "aria-label": t("close") } }),
    [t],
  );
}
