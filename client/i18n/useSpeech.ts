import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { registry } from "#shared/integrations/manifest.ts";
import { createSpeech, type Speech } from "#shared/language/speech.ts";
import { emptyDocument, type WorkflowDocument } from "#shared/workflow/document.ts";
import { valueLabels } from "#shared/workflow/valuesInScope.ts";
import type { Lists } from "#shared/workspace/lists.ts";
import { query } from "../api/query.ts";
import { useLanguage } from "./useLanguage.ts";

/** The workspace's teams, teammates, tags and attributes; null until they are known. */
export const useLists = (): Lists | null => useQuery(query("getLists", {})).data?.lists ?? null;

/** What a drawing's sentences are made with, in the language on screen. */
export function useSpeech(document: WorkflowDocument = emptyDocument): Speech {
  const { language } = useLanguage();
  const lists = useLists();
  return useMemo(
    () => createSpeech(language, lists, valueLabels(document, registry, lists)),
    [language, lists, document],
  );
}
