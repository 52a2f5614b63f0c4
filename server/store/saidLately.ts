import { createHash } from "node:crypto";
import type { Message } from "#shared/events/facts.ts";
import { repeatable, repeatedWithinMs } from "#shared/events/repeatedWords.ts";
import type { Database } from "./database.ts";

const markOf = (words: string): string => createHash("sha256").update(words).digest("base64url");

/** Knows an automatic answer that nothing else gives away: it says every time the same. */
export function saidLatelyStore(db: Database) {
  const forget = db.prepare("delete from said_lately where at <= ?");
  const seen = db.prepare<[string, string], { at: number }>("select at from said_lately where cell = ? and words = ?");
  const note = db.prepare("insert or replace into said_lately (cell, words, at) values (?, ?, ?)");
  return {
    /** Whether a customer said the same in that cell within a day. `at` is epoch milliseconds. */
    repeats(cell: string, message: Message, at: number): boolean {
      const words = repeatable(message);
      if (words === null) return false;
      const mark = markOf(words);
      forget.run(at - repeatedWithinMs);
      const before = seen.get(cell, mark) !== undefined;
      note.run(cell, mark, at);
      return before;
    },
  };
}
