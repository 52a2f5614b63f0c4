import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { en } from "#client/i18n/en.ts";
import { es } from "#client/i18n/es.ts";

const folder = join(import.meta.dirname, "../../client/i18n");
const english: Record<string, Record<string, string>> = en;
const spanish: Record<string, Record<string, string>> = es;
const places = (words: string) => [...words.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? "").toSorted();
const singular = (key: string) => /_(one|zero)$/.test(key);

describe("the catalogue", () => {
  it("has every file registered, in both languages", async () => {
    for (const [language, words] of [
      ["en", english],
      ["es", spanish],
    ] as const) {
      const files = await readdir(join(folder, language));
      expect(files.map((file) => file.replace(/\.ts$/, "")).toSorted()).toEqual(Object.keys(words).toSorted());
    }
  });
  it.each(Object.keys(english))("says the same things in both languages: %s", (namespace) => {
    const keys = (words: Record<string, string> = {}) => Object.keys(words).filter((key) => !key.endsWith("_many"));
    expect(keys(spanish[namespace]).toSorted()).toEqual(keys(english[namespace]).toSorted());
  });
  it.each(Object.keys(english))("has no empty words: %s", (namespace) => {
    const empty = [english, spanish].flatMap((words) =>
      Object.entries(words[namespace] ?? {}).filter(([, said]) => said.trim() === ""),
    );
    expect(empty).toEqual([]);
  });
  it.each(Object.keys(english))("puts the same values into both languages: %s", (namespace) => {
    // "1 run" may write the one out.
    const told = (key: string, said = "") =>
      places(said)
        .filter((name) => name !== "count" || !singular(key))
        .join();
    const differing = Object.entries(spanish[namespace] ?? {}).filter(
      ([key, said]) => told(key, said) !== told(key, english[namespace]?.[key.replace(/_many$/, "_other")]),
    );
    expect(differing).toEqual([]);
  });
  it.each(Object.keys(english))("has the three plural forms of Spanish and the two of English: %s", (namespace) => {
    const has = (words: Record<string, string> = {}) => new Set(Object.keys(words));
    const [inEnglish, inSpanish] = [has(english[namespace]), has(spanish[namespace])];
    const stems = [...inEnglish].filter((key) => key.endsWith("_other")).map((key) => key.replace(/_other$/, ""));
    const lacking = stems.filter(
      (stem) =>
        !inEnglish.has(`${stem}_one`) || !["_one", "_many", "_other"].every((form) => inSpanish.has(`${stem}${form}`)),
    );
    expect(lacking).toEqual([]);
  });
});
