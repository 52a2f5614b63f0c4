import { useEffect } from "react";

const fields = "input, textarea, select, [contenteditable='true'], [role='dialog'], [role='listbox']";

interface Moves {
  move(by: number): void;
  play(): void;
  leave(): void;
}

/** ← and → go from moment to moment, Home to the first, End to the last, Space plays, Escape leaves; never while choosing in a field. */
export function useReplayKeys(active: boolean, { move, play, leave }: Moves): void {
  useEffect(() => {
    if (!active) return;
    const acts: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => move(-1),
      ArrowRight: () => move(1),
      Home: () => move(-Infinity),
      End: () => move(Infinity),
      " ": play,
      Escape: leave,
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const { target } = event;
      if (target instanceof Element && target.closest(fields)) return;
      // A button keeps its own Space.
      if (event.key === " " && target instanceof Element && target.closest("button, [data-id]")) return;
      const act = acts[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [active, move, play, leave]);
}
