import { z } from "zod";
import { guessType, type SampleRow } from "#shared/hooks/sample.ts";
import { HookField, type HookPath } from "#shared/hooks/hookField.ts";
import type { Json } from "#shared/nodes/define.ts";

/** The values picked so far; none of them where the setting cannot be read. */
export const readHookFields = (value: Json | undefined): HookField[] => z.array(HookField).safeParse(value).data ?? [];

export const samePath = (one: HookPath, other: HookPath): boolean =>
  one.length === other.length && one.every((step, index) => step === other[index]);

/** "items › 1 › title": places in lists are counted from 1. */
export const pathWords = (path: HookPath): string =>
  path.map((step) => (typeof step === "number" ? step + 1 : step)).join(" › ");

const longestName = 60;

/** "customer_email" and "customerEmail" as a person writes it; what is written in capitals stays so. */
const wordsOf = (step: string | number): string =>
  typeof step === "number"
    ? String(step + 1)
    : step
        .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
        .split(/[\s_.[\]-]+/)
        .map((word) => (/^\p{Lu}{2,}$/u.test(word) ? word : word.toLowerCase()))
        .join(" ")
        .trim();

/** A name for a value, from the end of where it stands: as much of it as tells it from the names that are taken. */
export function proposedName(path: HookPath, taken: readonly string[]): string {
  const said = path.map((_, index) => path.slice(index).map(wordsOf).join(" ").trim()).toReversed();
  const telling = said.filter((name) => /\p{L}/u.test(name));
  const names = (telling.length > 0 ? telling : [pathWords(path)]).map((name) =>
    (name.charAt(0).toUpperCase() + name.slice(1)).slice(0, longestName),
  );
  const free = names.find((name) => !taken.includes(name));
  if (free !== undefined) return free;
  const whole = names.at(-1) ?? "";
  for (let number = 2; ; number += 1) {
    const name = `${whole.slice(0, longestName - 4)} ${number}`;
    if (!taken.includes(name)) return name;
  }
}

/** The values picked, with this one of the last call too, or without it. */
export function toggled(fields: readonly HookField[], { path, value }: SampleRow, id: string): HookField[] {
  const others = fields.filter((field) => !samePath(field.path, path));
  if (others.length < fields.length) return others;
  const taken = fields.map(({ name }) => name);
  return [...fields, { id, name: proposedName(path, taken), path, type: guessType(value) }];
}
