import { useEffect } from "react";

const fields = "input, textarea, select, [contenteditable='true'], [role='dialog'], pre";

/** ← and → go to the neighbouring runs, Escape leaves the step; never while typing or reading a long answer. */
export function useRunKeys(go: (to: "previous" | "next") => void, leave: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (event.target instanceof Element && event.target.closest(fields)) return;
      if (event.key === "ArrowLeft") go("previous");
      else if (event.key === "ArrowRight") go("next");
      else if (event.key === "Escape") leave();
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [go, leave]);
}
