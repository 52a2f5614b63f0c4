import { z } from "zod";
import { type Slice, wholeArchive } from "#shared/api/backtests.ts";

/** Which past conversations are simulated, as a person chooses them. Days are those of this browser's time zone, "2026-02-28". */
export const SliceChoice = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("whole") }),
  z.object({ kind: z.literal("last"), days: z.union([z.literal(30), z.literal(90)]) }),
  z.object({ kind: z.literal("between"), from: z.string(), to: z.string() }),
]);
export type SliceChoice = z.infer<typeof SliceChoice>;

/** Midnight of a day as this browser's clock has it, so many days later; null for none. */
function midnight(day: string, daysLater = 0): string | null {
  const [year, month, date] = day.split("-").map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  const at = new Date(year, month - 1, date + daysLater);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

const dayMs = 86_400_000;

/**
 * The slice that is meant. "The last 30 days" end with the newest conversation: an archive is rarely of today.
 * @param newest when the archive's newest conversation began.
 */
export function sliceOf(choice: SliceChoice, newest: string | null): Slice {
  switch (choice.kind) {
    case "whole":
      return wholeArchive;
    case "last":
      return newest === null
        ? wholeArchive
        : { from: new Date(Date.parse(newest) - choice.days * dayMs).toISOString(), to: null };
    case "between":
      return { from: midnight(choice.from), to: midnight(choice.to, 1) };
  }
}
