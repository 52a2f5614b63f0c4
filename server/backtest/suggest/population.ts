import type { Past } from "#shared/archive/past.ts";
import { fold } from "#shared/language/text.ts";
import { type DoneOnce, doneIn } from "./doneIn.ts";

/** A past conversation that a customer began, as it is looked through. */
export interface Begun {
  past: Past;
  done: readonly DoneOnce[];
}

/** What a draft's trigger lets in: a customer began it, and no machine wrote in their name. */
const isBegun = ({ moments: [first] }: Past): boolean =>
  first?.topic === "conversation.user.created" && first.words !== undefined && !first.words.automatic;

/** Those that customers began, oldest first. */
export const begunIn = (pasts: readonly Past[]): Begun[] =>
  pasts
    .filter(isBegun)
    .toSorted((a, b) => (a.base.createdAt ?? 0) - (b.base.createdAt ?? 0))
    .map((past) => ({ past, done: doneIn(past) }));

/** The first message and its subject, as conditions read them. */
export function textsOf({ moments: [first] }: Past): { text: string; subject: string } {
  return { text: first?.words?.text ?? "", subject: first?.words?.subject ?? "" };
}

/** The same, folded as operators fold them. */
export function foldedTexts(past: Past): { text: string; subject: string } {
  const { text, subject } = textsOf(past);
  return { text: fold(text).trim(), subject: fold(subject).trim() };
}
