import { ActionIcon, Button } from "@mantine/core";
import { Plus, Trash2 } from "lucide-react";
import { type ReactNode, useRef } from "react";
import classes from "./Rows.module.css";

interface Props<E> {
  entries: readonly E[];
  /** How many there may be. */
  most: number;
  boxed?: boolean;
  draw(entry: E, place: number): ReactNode;
  nameOf(entry: E, place: number): string;
  removeLabel(entry: E, place: number): string;
  onRemove(place: number): void;
  addLabel: string;
  onAdd(): void;
}

/** Entries below each other, each with a button that takes it out, and one that adds another. */
export function Rows<E>({
  entries,
  most,
  boxed = false,
  draw,
  nameOf,
  removeLabel,
  onRemove,
  addLabel,
  onAdd,
}: Props<E>) {
  const add = useRef<HTMLButtonElement>(null);
  return (
    <>
      <ul className={classes.list}>
        {entries.map((entry, index) => (
          // Entries have no identity of their own: which one it is, its place says.
          <li key={index} className={`${classes.row} ${boxed ? classes.box : ""}`}>
            <div className={classes.inside} role="group" aria-label={nameOf(entry, index + 1)}>
              {draw(entry, index)}
            </div>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={removeLabel(entry, index + 1)}
              onClick={() => {
                onRemove(index);
                // The button that was pressed goes with its entry.
                add.current?.focus();
              }}
            >
              <Trash2 size={16} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <Button
        ref={add}
        size="xs"
        variant="default"
        leftSection={<Plus size={14} aria-hidden />}
        disabled={entries.length >= most}
        onClick={onAdd}
      >
        {addLabel}
      </Button>
    </>
  );
}
