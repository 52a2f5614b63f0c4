import { useId, useLayoutEffect, useRef } from "react";
import classes from "./Sheet.module.css";

/** What is being typed, and what is wrong with it. */
export interface Editing {
  text: string;
  error: string | null;
  /** It was opened to go on with what is there, and not to write something else. */
  keeps: boolean;
}

interface Props {
  name: string;
  editing: Editing;
  onType(text: string): void;
  onLeave(): void;
}

/** The field over a cell. Which key ends it, the sheet knows. */
export function CellEditor({ name, editing: { text, error, keeps }, onType, onLeave }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  // At once: the key that opened it is to be typed into it.
  useLayoutEffect(() => {
    const there = field.current;
    there?.focus({ preventScroll: true });
    if (keeps) there?.setSelectionRange(there.value.length, there.value.length);
  }, [keeps]);
  return (
    <div className={classes.over}>
      <textarea
        ref={field}
        className={classes.editor}
        rows={1}
        aria-label={name}
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : id}
        value={text}
        autoComplete="off"
        spellCheck={false}
        onChange={({ currentTarget }) => onType(currentTarget.value)}
        onBlur={onLeave}
      />
      {error !== null && (
        <div id={id} role="alert" className={classes.error}>
          {error}
        </div>
      )}
    </div>
  );
}
