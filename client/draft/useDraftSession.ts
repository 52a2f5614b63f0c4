import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { routes } from "#shared/api/routes.ts";
import type { WorkflowDetail } from "#shared/api/workflows.ts";
import { call } from "../api/call.ts";
import { query } from "../api/query.ts";
import { Refusal } from "../api/refusal.ts";
import { createAutosave } from "./autosave.ts";
import { createDraft } from "./draftStore.ts";
import { readKept, writeKept } from "./keptDraft.ts";
import { openDraft } from "./openDraft.ts";

export type DraftSession = ReturnType<typeof useDraftSession>;

/** The draft of one workflow while its editor is open: the drawing, its history, and its way to the server. */
export function useDraftSession(detail: WorkflowDetail) {
  const client = useQueryClient();
  const [session] = useState(() => {
    const params = { id: detail.id };
    const opened = openDraft(detail.draft, readKept(detail.id));
    const draft = createDraft(opened.document);
    const autosave = createAutosave({
      opened,
      read: () => draft.store.getState().document,
      replace: (document) => draft.edit(() => document),
      keep: (kept) => writeKept(detail.id, kept),
      isStale: (error) => error instanceof Refusal && error.status === 409,
      load: async () => (await call(routes.getWorkflow, { params })).draft,
      async save(document, revision, leaving) {
        const answer = await call(routes.saveDraft, { params, body: { document, revision } }, undefined, leaving);
        const { savedAt, faults, draftChanged } = answer;
        client.setQueryData(
          query("getWorkflow", { params }).queryKey,
          (before) =>
            before && { ...before, draft: { document, revision: answer.revision, savedAt }, faults, draftChanged },
        );
        return answer;
      },
    });
    return { draft, autosave };
  });

  useEffect(() => {
    const { draft, autosave } = session;
    const unsubscribe = draft.store.subscribe(() => autosave.changed());
    const hide = () => {
      if (document.visibilityState === "hidden") autosave.leave();
    };
    const leave = () => autosave.leave();
    const online = () => autosave.online();
    document.addEventListener("visibilitychange", hide);
    window.addEventListener("pagehide", leave);
    window.addEventListener("online", online);
    autosave.begin();
    return () => {
      unsubscribe();
      document.removeEventListener("visibilitychange", hide);
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("online", online);
      autosave.stop();
    };
  }, [session]);

  return session;
}
