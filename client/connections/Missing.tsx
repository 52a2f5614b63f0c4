import { useTranslation } from "react-i18next";

/** What is not filled in, as an element, so that a form's error follows a change of language. */
export function Missing({ words }: { words: "tokenMissing" | "secretMissing" }) {
  const { t } = useTranslation("connections");
  return t(words);
}
