import { createHash } from "node:crypto";
import type { Message } from "#shared/events/facts.ts";
import { fold } from "#shared/language/text.ts";
import type { Database } from "./database.ts";

const keptMs = 86_400_000;
/** People say "thank you" twice; so much they do not write twice. */
const leastLength = 40;

/** The same words but for numbers: an automatic answer may count, or tell the time. */
const markOf = ({ authorId, text }: Message): string =>
  createHash("sha256")
    .update(`${authorId} ${fold(text).replaceAll(/[\d\s]+/g, " ")}`)
    .digest("base64url");

/** Knows an automatic answer that nothing else gives away: it says every time the same. */
export function saidLatelyStore(db: Database) {
  const forget = db.prepare("delete from said_lately where at <= ?");
  const seen = db.prepare<[string, string], { at: number }>("select at from said_lately where cell = ? and words = ?");
  const note = db.prepare("insert or replace into said_lately (cell, words, at) values (?, ?, ?)");
  return {
    /** Whether a customer said the same in that cell within a day. `at` is epoch milliseconds. */
    repeats(cell: string, message: Message, at: number): boolean {
      if (message.authorKind !== "customer" || message.text.length < leastLength) return false;
      const mark = markOf(message);
      forget.run(at - keptMs);
      const before = seen.get(cell, mark) !== undefined;
      note.run(cell, mark, at);
      return before;
    },
  };
}
