import { useEffect } from "react";
import type { Desk } from "./desk.ts";
import type { EditorActions } from "./editorActions.ts";

const step = 10;
const bigStep = 50;
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const fields =
  'input:not([type="radio"], [type="checkbox"], [type="button"]), textarea, select, [contenteditable="true"], [role="combobox"]';
const overlays = '[role="dialog"], [role="menu"], [role="listbox"]';

/** Where a key was pressed: `away` where it belongs to something else, `canvas` where it means the drawing. */
function placeOf(target: EventTarget | null): "away" | "canvas" | "elsewhere" {
  if (!(target instanceof Element)) return "elsewhere";
  if (target.closest(fields) || target.closest(overlays)) return "away";
  // A press on the empty canvas leaves the keyboard with what holds the canvas: the page, or its main part.
  const isCanvas = target.closest("[data-canvas]") !== null || target.querySelector("[data-canvas]") !== null;
  return isCanvas ? "canvas" : "elsewhere";
}

const cardOf = (target: EventTarget | null): string | null =>
  target instanceof Element ? (target.closest(".react-flow__node")?.getAttribute("data-id") ?? null) : null;

/** The editor's keys. Keys pressed while typing, or in a dialog or menu, are never taken. */
export function useEditorKeys(desk: Desk, actions: EditorActions, focusSettings: () => void): void {
  useEffect(() => {
    /** A card that has the keyboard is meant, even before it is selected. */
    const aim = (target: EventTarget | null): string | null => {
      const card = cardOf(target);
      if (card !== null && !desk.view.getState().selection.has(card)) desk.select([card]);
      const [only, ...more] = desk.steps();
      return card ?? (more.length === 0 ? (only ?? null) : null);
    };

    const command = (event: KeyboardEvent): (() => void) | null => {
      const key = event.key.toLowerCase();
      if (key === "z") return event.shiftKey ? actions.redo : actions.undo;
      if (key === "y") return actions.redo;
      if (placeOf(event.target) !== "canvas") return null;
      if (key === "a") return actions.selectAll;
      return key === "d" ? actions.duplicate : null;
    };

    const plain = (event: KeyboardEvent): (() => void) | null => {
      const { key, target } = event;
      const arrow = arrows[key];
      // A button on the canvas keeps its own Enter and Space.
      const onButton = target instanceof Element && target.closest("button") !== null;
      if (arrow) {
        aim(target);
        const far = event.shiftKey ? bigStep : step;
        return desk.steps().length > 0 ? () => actions.nudge(arrow[0] * far, arrow[1] * far) : null;
      }
      if (key === "Delete" || key === "Backspace") {
        aim(target);
        return actions.removeSelected;
      }
      if (key === "Escape") return () => desk.select([]);
      if (key === "1") return () => desk.canvas()?.fit();
      if (key === "a" || key === "A" || key === "Insert") {
        aim(target);
        return actions.search;
      }
      if (onButton) return null;
      const card = key === "Enter" || key === " " || /^(c|C|F2)$/.test(key) ? aim(target) : null;
      if (card === null) return null;
      if (key === "Enter") {
        return () => {
          desk.select([card]);
          desk.view.setState({ looking: null });
          focusSettings();
        };
      }
      if (key === " ") return () => desk.select([card]);
      return () => desk.view.setState(key === "F2" ? { renaming: card } : { connecting: card });
    };

    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || placeOf(event.target) === "away") return;
      // What has just been opened takes the next key, even where it has not got the keyboard yet.
      const { search, connecting, renaming, dialog, stepping } = desk.view.getState();
      if (search ?? connecting ?? renaming ?? dialog ?? stepping) return;
      const withCommand = event.ctrlKey || event.metaKey;
      const act = withCommand ? command(event) : placeOf(event.target) === "canvas" ? plain(event) : null;
      if (!act) return;
      event.preventDefault();
      act();
    };

    /** The clipboard is left alone while typing, and while words on the page are selected. */
    const isOurs = (event: ClipboardEvent): boolean =>
      desk.view.getState().stepping === null &&
      placeOf(event.target) === "canvas" &&
      (document.getSelection()?.isCollapsed ?? true);
    const put = (event: ClipboardEvent, text: string | null) => {
      if (text === null || !event.clipboardData) return;
      event.clipboardData.setData("text/plain", text);
      event.preventDefault();
    };
    const onCopy = (event: ClipboardEvent) => {
      if (isOurs(event)) put(event, actions.copy());
    };
    const onCut = (event: ClipboardEvent) => {
      if (isOurs(event)) put(event, actions.cut());
    };
    const onPaste = (event: ClipboardEvent) => {
      if (placeOf(event.target) === "canvas" && actions.paste(event.clipboardData?.getData("text/plain") ?? ""))
        event.preventDefault();
    };

    window.addEventListener("keydown", onKey);
    window.addEventListener("copy", onCopy);
    window.addEventListener("cut", onCut);
    window.addEventListener("paste", onPaste);
    return () => {
      window.removeEventListener("keydown", onKey);
      window.removeEventListener("copy", onCopy);
      window.removeEventListener("cut", onCut);
      window.removeEventListener("paste", onPaste);
    };
  }, [desk, actions, focusSettings]);
}
