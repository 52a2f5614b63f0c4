import type { Workspace } from "../workspace.ts";

/** What everything that changes the workspace needs. */
export interface Changes {
  /** Now, in epoch seconds. */
  seconds(): number;
  /** All that `work` writes, or nothing of it; then what waits in the outbox is delivered. */
  commit<T>(work: () => T): T;
}

export function createChanges(workspace: Workspace, now: () => number, onChanged: () => void): Changes {
  return {
    seconds: () => Math.floor(now() / 1000),
    commit(work) {
      const result = workspace.transaction(work);
      onChanged();
      return result;
    },
  };
}
