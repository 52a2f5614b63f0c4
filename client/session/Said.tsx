import { useTranslation } from "react-i18next";
import type { Problem } from "#shared/api/problem.ts";
import type { session } from "../i18n/en/session.ts";
import { useLanguage } from "../i18n/useLanguage.ts";

/** Words about what is wrong with a field. */
export type FieldWords = Extract<keyof typeof session, `${string}${"Missing" | "Wrong" | "Short"}`>;

/** Words of the catalogue as an element: a form keeps it as a field's error, and it follows a change of language. */
export function Said({ words }: { words: FieldWords }) {
  const { t } = useTranslation("session");
  return t(words);
}

/** The server's own words about a field, what happened and what to do. */
export function SaidByServer({ problem }: { problem: Problem }) {
  const { pick } = useLanguage();
  return `${pick(problem.what)} ${pick(problem.todo)}`;
}
