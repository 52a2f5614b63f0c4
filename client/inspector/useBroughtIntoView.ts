import { type RefObject, useEffect } from "react";

const controls =
  'input:not([type="hidden"], :disabled), select, textarea, button:not(:disabled), [contenteditable="true"]';

/** The control to go to: the first that is marked as wrong, else the first. Null while the field is still loading. */
function controlIn(field: HTMLElement): HTMLElement | null {
  if (field.querySelector('[aria-busy="true"]')) return null;
  const all = [...field.querySelectorAll<HTMLElement>(controls)];
  const wrong = all.find((control) => control.getAttribute("aria-invalid") === "true");
  return wrong ?? all.find((control) => control.matches('[type="radio"]:checked')) ?? all[0] ?? null;
}

/** Scrolls a field into view and puts the keyboard there, each time it is asked for with a new number. */
export function useBroughtIntoView(field: RefObject<HTMLElement | null>, asked: number | null): void {
  useEffect(() => {
    const element = field.current;
    if (asked === null || !element) return;
    const go = () => {
      const control = controlIn(element);
      element.scrollIntoView({ block: "nearest" });
      control?.focus();
      return control !== null;
    };
    if (go()) return;
    // A text's editor is still on its way.
    const observer = new MutationObserver(() => {
      if (go()) observer.disconnect();
    });
    observer.observe(element, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [field, asked]);
}
