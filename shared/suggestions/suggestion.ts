import { z } from "zod";

/** What conversations have in common when they begin. */
export const Feature = z.discriminatedUnion("kind", [
  /** A word, or two that follow each other, in the first message, or in its subject where `inSubject`. */
  z.object({ kind: z.literal("words"), words: z.string(), inSubject: z.boolean() }),
  z.object({ kind: z.literal("channel"), channel: z.string() }),
  /** `isList`: it has a list of values to choose from. */
  z.object({ kind: z.literal("attribute"), name: z.string(), value: z.string(), isList: z.boolean() }),
]);
export type Feature = z.infer<typeof Feature>;

/** What was done with a conversation. The first team and the first teammate count; `close` is one without any answer before. */
export const Done = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["team", "teammate", "tag"]), id: z.string(), name: z.string() }),
  z.object({ kind: z.literal("close") }),
]);
export type Done = z.infer<typeof Done>;

const Figures = z.object({
  /** How many conversations have it in common. */
  matched: z.number().int(),
  /** With how many of them it was done. */
  went: z.number().int(),
  /** The share of all conversations with which it was done, from 0 to 1. */
  base: z.number(),
});
export type Figures = z.infer<typeof Figures>;

/** A rule that people follow already, found in past conversations that customers began. */
export const Suggestion = z.object({
  feature: Feature,
  done: Done,
  /** Only what a teammate did counts; else whoever did it, also where nobody knows who. */
  byHand: z.boolean(),
  /** Over all conversations: what a simulation of its draft counts. */
  all: Figures,
  /** On the first 70 % by date, in which it was found, and on the rest, on which it was checked. */
  learned: Figures,
  checked: Figures,
  /** After how long it was usually done (median, milliseconds); null where that is not known. */
  usuallyAfterMs: z.number().nullable(),
  /** It goes by a value that is known only as it is today. */
  todays: z.boolean(),
});
export type Suggestion = z.infer<typeof Suggestion>;

/** A past conversation that has what a suggestion is about in common. */
export const SuggestionCase = z.object({
  id: z.string(),
  title: z.string(),
  excerpt: z.string(),
  createdAt: z.iso.datetime(),
  /** Whether it was done with it. */
  went: z.boolean(),
});
export type SuggestionCase = z.infer<typeof SuggestionCase>;

/** Which of them: all, or those of the part in which it was found, or of the part on which it was checked. */
export const SuggestionPart = z.enum(["all", "learned", "checked"]);
export type SuggestionPart = z.infer<typeof SuggestionPart>;

export const Suggestions = z.object({
  /** The most useful first. */
  suggestions: z.array(Suggestion),
  /** How many conversations that customers began were looked through, and how many are needed for anything to be found. */
  conversations: z.number().int(),
  needed: z.number().int(),
});
export type Suggestions = z.infer<typeof Suggestions>;
