import { createStore, type StoreApi } from "zustand";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import type { Kept } from "./keptDraft.ts";
import type { OpenedDraft } from "./openDraft.ts";
import { sameDrawing } from "./sameDrawing.ts";

export interface ServerDraft {
  document: WorkflowDocument;
  revision: number;
}

export type SaveState =
  | { kind: "saved" }
  | { kind: "saving" }
  /** Not on the server; kept in this browser and tried again. `error` is why. */
  | { kind: "unsaved"; error: unknown }
  /** Somebody saved a newer draft: nothing is saved until a person has chosen. */
  | { kind: "stale"; theirs: ServerDraft };

interface Deps {
  opened: OpenedDraft;
  read(): WorkflowDocument;
  replace(document: WorkflowDocument): void;
  /** Throws when refused. @param leaving the page is going away: the request must outlive it. */
  save(document: WorkflowDocument, revision: number, leaving: boolean): Promise<{ revision: number }>;
  load(): Promise<ServerDraft>;
  isStale(error: unknown): boolean;
  keep(kept: Kept | null): void;
}

const quietMs = 600;
const keepMs = 150;
const retryMs = [2_000, 5_000, 10_000, 30_000];

/** Saves the draft after a pause, keeps a copy in this browser until the server has it, and never overwrites somebody else's. */
export type Autosave = ReturnType<typeof createAutosave>;

export function createAutosave(deps: Deps) {
  let { revision } = deps.opened;
  let saved: WorkflowDocument | null = deps.opened.state === "saved" ? deps.opened.document : null;
  /** Sent last, answer not seen: if the server holds this, a refusal as stale is our own doing. */
  let sent: WorkflowDocument | null = null;
  let running: Promise<void> | null = null;
  let failures = 0;
  let stopped = false;
  let saveTimer: ReturnType<typeof setTimeout> | undefined;
  let keepTimer: ReturnType<typeof setTimeout> | undefined;
  const state: StoreApi<SaveState> = createStore<SaveState>(() => ({ kind: saved ? "saved" : "saving" }));
  const show = (next: SaveState): void => state.setState(next, true);

  const isDirty = (): boolean => deps.read() !== saved;
  const keepNow = (): void => {
    clearTimeout(keepTimer);
    deps.keep(isDirty() ? { revision, document: deps.read() } : null);
  };
  const later = (ms: number): void => {
    clearTimeout(saveTimer);
    saveTimer = setTimeout(() => void run(false), ms);
  };
  const settle = (document: WorkflowDocument, at: number): void => {
    saved = document;
    revision = at;
    failures = 0;
    sent = null;
    keepNow();
    if (isDirty()) later(quietMs);
    else show({ kind: "saved" });
  };

  async function resolveStale(): Promise<void> {
    const theirs = await deps.load();
    if (sameDrawing(theirs.document, deps.read())) return settle(deps.read(), theirs.revision);
    if (sent && sameDrawing(theirs.document, sent)) {
      revision = theirs.revision;
      sent = null;
      return later(0);
    }
    show({ kind: "stale", theirs });
  }

  async function attempt(leaving: boolean): Promise<void> {
    const document = deps.read();
    show({ kind: "saving" });
    try {
      const answer = await deps.save(document, revision, leaving);
      settle(document, answer.revision);
    } catch (error) {
      if (deps.isStale(error)) return await resolveStale().catch((cause: unknown) => retry(cause));
      sent = document;
      retry(error);
    }
  }

  function retry(error: unknown): void {
    show({ kind: "unsaved", error });
    // Whoever has left the editor finds the copy in this browser when they come back.
    if (!stopped) later(retryMs[Math.min(failures++, retryMs.length - 1)] ?? quietMs);
  }

  async function run(leaving: boolean): Promise<void> {
    clearTimeout(saveTimer);
    if (running) await running;
    if (!isDirty() || state.getState().kind === "stale") return;
    running = attempt(leaving).finally(() => {
      running = null;
    });
    await running;
  }

  return {
    state,
    /** The revision the server has. */
    revision: () => revision,
    /** To be called whenever the drawing has changed. */
    changed(): void {
      if (state.getState().kind === "stale") return keepNow();
      if (!isDirty()) return;
      if (state.getState().kind === "saved") show({ kind: "saving" });
      clearTimeout(keepTimer);
      keepTimer = setTimeout(keepNow, keepMs);
      later(quietMs);
    },
    /** Saves what is not saved yet. Tells whether the server now has everything. */
    async flush(): Promise<boolean> {
      await run(false);
      return !isDirty();
    },
    /** The page may go away: a copy is kept at once, and one more save is sent that outlives it. */
    leave(): void {
      keepNow();
      void run(true);
    },
    online(): void {
      if (state.getState().kind === "unsaved") later(0);
    },
    takeTheirs(): void {
      const now = state.getState();
      if (now.kind !== "stale") return;
      saved = now.theirs.document;
      deps.replace(now.theirs.document);
      settle(now.theirs.document, now.theirs.revision);
    },
    async keepMine(): Promise<void> {
      const now = state.getState();
      if (now.kind !== "stale") return;
      revision = now.theirs.revision;
      show({ kind: "saving" });
      await run(false);
    },
    /** Opened with something that the server does not have: asks it what it has, or saves at once. */
    begin(): void {
      stopped = false;
      keepNow();
      if (deps.opened.state === "stale" && isDirty()) void resolveStale().catch((cause: unknown) => retry(cause));
      else if (isDirty()) later(0);
    },
    stop(): void {
      stopped = true;
      clearTimeout(keepTimer);
      keepNow();
      void run(false);
    },
  };
}
