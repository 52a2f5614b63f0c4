import { useTranslation } from "react-i18next";
import type { Language, Text } from "#shared/language/text.ts";

/** The language on screen, and how to choose among the two of a `Text` that the server or a declaration gave. */
export function useLanguage(): { language: Language; pick(text: Text): string; change(to: Language): void } {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === "es" ? "es" : "en";
  return { language, pick: (text) => text[language], change: (to) => void i18n.changeLanguage(to) };
}
