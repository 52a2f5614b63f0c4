import { Extension, type Range } from "@tiptap/core";
import { Suggestion, type SuggestionProps } from "@tiptap/suggestion";

/** What was typed after "/", where it stands in the text, and where on screen, in pixels from the editor's corner. */
export interface Slash {
  query: string;
  range: Range;
  left: number;
  top: number;
  bottom: number;
}

/** What an editor tells of "/": the list itself is drawn by React, and answers keys while it is open. */
export interface SlashMenu {
  extension: Extension;
  subscribe(listener: () => void): () => void;
  now(): Slash | null;
  /** Called with every key while the list is open; true when it was for the list. */
  answerKeys(answer: (event: KeyboardEvent) => boolean): () => void;
}

/** One for each editor. */
export function createSlashMenu(): SlashMenu {
  let slash: Slash | null = null;
  let answer: ((event: KeyboardEvent) => boolean) | null = null;
  const listeners = new Set<() => void>();
  const become = (next: Slash | null) => {
    slash = next;
    for (const listener of listeners) listener();
  };
  const show = ({ editor, query, range, clientRect }: SuggestionProps) => {
    const at = clientRect?.();
    const corner = editor.view.dom.getBoundingClientRect();
    if (at)
      become({
        query,
        range,
        left: at.left - corner.left,
        top: at.top - corner.top,
        bottom: at.bottom - corner.top,
      });
  };
  const extension = Extension.create({
    name: "slash",
    priority: 300,
    addProseMirrorPlugins() {
      return [
        Suggestion({
          editor: this.editor,
          char: "/",
          decorationClass: "slash",
          render: () => ({
            onStart: show,
            onUpdate: show,
            onExit: () => become(null),
            onKeyDown: ({ event }) => answer?.(event) ?? false,
          }),
        }),
      ];
    },
  });
  return {
    extension,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    now: () => slash,
    answerKeys(next) {
      answer = next;
      return () => {
        if (answer === next) answer = null;
      };
    },
  };
}
