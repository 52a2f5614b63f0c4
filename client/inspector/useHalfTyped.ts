import { useState } from "react";

interface HalfTyped {
  text: string;
  /** There is something, but nothing that the document could keep. */
  unreadable: boolean;
  type(text: string): void;
}

/**
 * What somebody is typing, for a value that the document keeps in another form. The text stays as it was typed for as long
 * as the document holds what it means; when that changes from elsewhere (undo, another field), the document's value is shown.
 */
export function useHalfTyped<V extends string | number>(
  value: V | undefined,
  show: (value: V) => string,
  read: (text: string) => V | undefined,
  commit: (value: V | undefined) => void,
): HalfTyped {
  const [typed, setTyped] = useState<{ text: string; means: V | undefined } | null>(null);
  const text = typed && typed.means === value ? typed.text : value === undefined ? "" : show(value);
  return {
    text,
    unreadable: text.trim() !== "" && read(text) === undefined,
    type(next) {
      const means = read(next);
      setTyped({ text: next, means });
      if (means !== value) commit(means);
    },
  };
}
