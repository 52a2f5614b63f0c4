import { useCallback } from "react";
import { Refusal, unreachable } from "../api/refusal.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { useNotice } from "./useNotice.ts";

/** Tells of a call that was refused, in the server's words. */
export function useRefused(): (title: string, error: unknown) => void {
  const notice = useNotice();
  const { language } = useLanguage();
  return useCallback(
    (title, error) => {
      const { problem } = error instanceof Refusal ? error : unreachable;
      notice(`${title} ${problem.what[language]} ${problem.todo[language]}`);
    },
    [notice, language],
  );
}
