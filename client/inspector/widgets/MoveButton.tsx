import { ActionIcon } from "@mantine/core";
import { ArrowDown, ArrowUp } from "lucide-react";

interface Props {
  by: -1 | 1;
  label: string;
  /** It cannot go further. The button stays reachable, so that the keyboard is not lost at the end. */
  idle: boolean;
  onMove(by: -1 | 1): void;
}

/** Moves an exit one place up or down. */
export function MoveButton({ by, label, idle, onMove }: Props) {
  const Arrow = by < 0 ? ArrowUp : ArrowDown;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      data-move={by}
      {...(idle ? { "data-disabled": true } : {})}
      aria-disabled={idle}
      aria-label={label}
      onClick={() => !idle && onMove(by)}
    >
      <Arrow size={16} aria-hidden />
    </ActionIcon>
  );
}
