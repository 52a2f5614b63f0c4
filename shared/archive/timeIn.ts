import { offsetMs } from "../schedule/zone.ts";

export interface TimeReading {
  /** Which of day and month stands first where both could. */
  dayFirst: boolean;
  /** Where a time without a zone was written, by IANA name. */
  timezone: string;
}

/** Epoch seconds have so many digits from 1973 to 5138; with three more they are milliseconds. */
const epoch = /^(\d{9,11})(?:\.\d+)?$|^(\d{12,14})$/;
const zoned = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*(?:Z|UTC|[+-]\d\d:?\d\d)$/i;
/** "31 Jan 2026 17:05", "Jan 31, 2026". */
const inWords = /^(?:[a-z]{3,9},? )?(?:\d{1,2} [a-z]{3,9}|[a-z]{3,9} \d{1,2}),? (?:19|20)\d\d\b/i;
const date = String.raw`(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})`;
const clock = String.raw`(?:(?:,|T)?\s*(\d{1,2}):(\d\d)(?::(\d\d))?(?:[.,]\d+)?\s*([ap])?\.?\s?(?:m\.?)?)?`;
const local = new RegExp(`^${date}${clock}$`, "i");

/** Epoch milliseconds of what a clock of that zone shows. */
function atZone(timezone: string, shown: number): number {
  const guess = shown - offsetMs(timezone, shown);
  // Near the change of the clocks the first guess may be off by it.
  return shown - offsetMs(timezone, guess);
}

/** Year, month and day of three figures as people order them; null where they make no day. */
function dayOf(first: number, second: number, third: number, dayFirst: boolean): [number, number, number] | null {
  const yearFirst = first > 31;
  const year = yearFirst ? first : third < 100 ? third + 2000 : third;
  const [a, b] = yearFirst ? [second, third] : [first, second];
  const monthFirst = yearFirst || b > 12 || (!dayFirst && a <= 12);
  const [month, day] = monthFirst ? [a, b] : [b, a];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? [year, month, day] : null;
}

/**
 * Epoch milliseconds of a time as exports write it: ISO 8601, epoch seconds or milliseconds, "2026-01-31 17:05", "31/01/2026 17:05:30",
 * "1/31/26, 5:05 PM", "31 Jan 2026". Null for anything else.
 */
export function timeIn(written: string, { dayFirst, timezone }: TimeReading): number | null {
  const words = written.trim();
  const counted = epoch.exec(words);
  if (counted) return counted[1] === undefined ? Number(counted[2]) : Math.round(Number(words) * 1000);
  if (zoned.test(words)) return validAt(Date.parse(words.replace(/\s*UTC$/i, "Z").replace(" ", "T")));
  const read = local.exec(words);
  if (!read) return inWords.test(words) ? validAt(Date.parse(`${words} UTC`)) : null;
  const day = dayOf(Number(read[1]), Number(read[2]), Number(read[3]), dayFirst);
  if (!day) return null;
  const half = read[7]?.toLowerCase();
  const hours = Number(read[4] ?? 0);
  const hour = half === undefined ? hours : (hours % 12) + (half === "p" ? 12 : 0);
  return atZone(timezone, Date.UTC(day[0], day[1] - 1, day[2], hour, Number(read[5] ?? 0), Number(read[6] ?? 0)));
}

const validAt = (at: number): number | null => (Number.isNaN(at) ? null : at);
