import { fold } from "../language/text.ts";
import type { Message } from "./facts.ts";

/** Within this time of each other (milliseconds) the same words of a customer count as repeated. */
export const repeatedWithinMs = 86_400_000;
/** People say "thank you" twice; so much they do not write twice. */
const leastLength = 40;

/**
 * What words that repeat others have in common: the same but for numbers, since an automatic answer may count, or tell the time. Null for
 * what people may well say twice, and for anybody but customers.
 */
export const repeatable = ({ authorKind, authorId, text }: Pick<Message, "authorKind" | "authorId" | "text">) =>
  authorKind === "customer" && text.length >= leastLength
    ? `${authorId} ${fold(text).replaceAll(/[\d\s]+/g, " ")}`
    : null;
