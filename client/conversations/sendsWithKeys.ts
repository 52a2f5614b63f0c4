import type { KeyboardEvent } from "react";

/** Whether Ctrl-Enter was pressed, or Cmd-Enter on a Mac. */
export const sendsWithKeys = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  key === "Enter" && (ctrlKey || metaKey);
