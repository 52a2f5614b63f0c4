import { type Language, languages } from "#shared/language/text.ts";

/**
 * The languages that a journey goes in. Two of them, the main ones, always go in both; of the others each goes in one, so that all together stay
 * short, half of them in Spanish. `JOURNEYS=all` takes both.
 */
export const inTurn = (language: Language): readonly Language[] =>
  process.env["JOURNEYS"] === "all" ? languages : [language];
