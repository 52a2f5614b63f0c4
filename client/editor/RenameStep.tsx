import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Card } from "../canvas/card.ts";
import { focusAtOnce } from "../ui/focusAtOnce.ts";
import { AtPlace } from "./AtPlace.tsx";

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
    <AtPlace
      at={{ x: box?.left ?? 0, y: box?.top ?? 0 }}
      width={260}
      padding={8}
      label={t("renameStep")}
      onClose={onClose}
    >
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
    </AtPlace>
  );
}
