import { ActionIcon, Tooltip } from "@mantine/core";
import type { LucideIcon } from "lucide-react";

interface Props {
  /** What it does, in words: read aloud, and shown on hover. */
  name: string;
  Icon: LucideIcon;
  disabled: boolean;
  onClick(): void;
}

/** A small button of a bar that shows only an icon. Switched off it keeps the bar's own ground. */
export function ToolIcon({ name, Icon, disabled, onClick }: Props) {
  return (
    <Tooltip label={name}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={name}
        disabled={disabled}
        {...(disabled ? { bg: "transparent" } : {})}
        onClick={onClick}
      >
        <Icon size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
