import { notifications } from "@mantine/notifications";
import { words } from "./words.ts";

/** Says in passing what could not be done and why. The same kind of message takes the place of the one before. */
export function notify(kind: string, title: string, message: string): void {
  notifications.hide(kind);
  notifications.show({
    id: kind,
    color: "orange",
    title,
    message,
    closeButtonProps: { "aria-label": words()("close") },
    // Mantine's own grey is too pale to read.
    styles: { description: { color: "var(--sb-text)" } },
  });
}
