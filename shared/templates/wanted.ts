import { fold } from "../language/text.ts";
import type { Lists } from "../workspace/lists.ts";

/** An entry of a list by the names it may have, the most fitting first, in any of our languages. */
export interface Wanted {
  list: "teams" | "tags" | "ticketTypes";
  names: readonly string[];
}

const wordsOf = (name: string): string =>
  ` ${fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(" ")} `;

/** The id of the entry that fits best: one that is called so, else one in whose name it stands. Null where there is none. */
export function findWanted({ list, names }: Wanted, lists: Lists | null): string | null {
  const items = (lists?.[list] ?? []).map(({ id, name }) => ({ id, words: wordsOf(name) }));
  const wanted = names.map(wordsOf);
  const exact = wanted.flatMap((words) => items.filter((item) => item.words === words));
  const within = wanted.flatMap((words) => items.filter((item) => item.words.includes(words)));
  return [...exact, ...within][0]?.id ?? null;
}
