import i18next from "i18next";
import type { Text } from "#shared/language/text.ts";

/** The editor's words outside of a component, in the language on screen at this moment. */
export const words = () => i18next.getFixedT(i18next.language, "editor");

export const pickNow = (text: Text): string => text[i18next.language === "es" ? "es" : "en"];
