import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "#shared/language/text.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";

const kept = "switchboard.language";

const isLanguage = (value: string | null): value is Language => value === "en" || value === "es";

/** The language chosen before, else the browser's, else English. */
function firstLanguage(): Language {
  const chosen = localStorage.getItem(kept);
  if (isLanguage(chosen)) return chosen;
  return navigator.language.startsWith("es") ? "es" : "en";
}

function show(language: string): void {
  document.documentElement.lang = language;
}

/** Called once, before the first render. Both catalogues are in the bundle, so nothing is loaded later. */
export function startI18n(): void {
  void i18next.use(initReactI18next).init({
    lng: firstLanguage(),
    fallbackLng: false,
    defaultNS: "frame",
    resources: { en, es },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  show(i18next.language);
  i18next.on("languageChanged", (language) => {
    localStorage.setItem(kept, language);
    show(language);
  });
}
