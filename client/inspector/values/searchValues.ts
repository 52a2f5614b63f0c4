import { fold, type Language } from "#shared/language/text.ts";
import type { ScopedValue } from "#shared/workflow/valuesInScope.ts";

export interface ValueGroup {
  name: string;
  values: readonly ScopedValue[];
}

/** The values whose name or heading holds every word that was typed, under their headings, in the order given. */
export function searchValues(values: readonly ScopedValue[], typed: string, language: Language): ValueGroup[] {
  const words = fold(typed)
    .split(/\s+/)
    .filter((word) => word !== "");
  const groups = new Map<string, ScopedValue[]>();
  for (const value of values) {
    const name = value.group[language];
    const text = fold(`${name} ${value.label[language]}`);
    if (words.every((word) => text.includes(word))) groups.set(name, [...(groups.get(name) ?? []), value]);
  }
  return [...groups].map(([name, found]) => ({ name, values: found }));
}
