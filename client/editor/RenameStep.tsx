import { Popover, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Card } from "../canvas/card.ts";
import { focusAtOnce } from "../ui/focusAtOnce.ts";
import classes from "./StepSearch.module.css";

interface Props {
  card: Card;
  /** The person's own name for it, so far. */
  name: string | undefined;
  box: DOMRect | null;
  onName(name: string): void;
  onClose(): void;
}

/** Names a step right where it stands. Enter keeps the name, Escape the old one. */
export function RenameStep({ card, name, box, onName, onClose }: Props) {
  const { t } = useTranslation("editor");
  const [value, setValue] = useState(name ?? "");
  return (
    <Popover
      opened
      withRoles={false}
      position="bottom-start"
      trapFocus
      onDismiss={onClose}
      width={260}
      hideDetached={false}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <div className={classes.anchor} style={{ left: box?.left ?? 0, top: box?.top ?? 0 }} />
      </Popover.Target>
      <Popover.Dropdown p={8} role="dialog" aria-label={t("renameStep")}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            onName(value.trim());
            onClose();
          }}
        >
          <TextInput
            ref={focusAtOnce}
            data-autofocus
            aria-label={t("renameStep")}
            placeholder={card.name}
            maxLength={120}
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
