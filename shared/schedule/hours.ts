import { z } from "zod";
import { isZone } from "./zone.ts";

/** The days of the week, in the order a working week has them. */
export const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export const Weekday = z.enum(weekdays);
export type Weekday = z.infer<typeof Weekday>;

/** A reading of the clock on the wall: "09:00". */
export const ClockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
/** As `ClockTime`; "24:00" is the end of the day. */
export const ClosingTime = z.union([ClockTime, z.literal("24:00")]);

/** Written alike, clock times compare as texts do. A night is two spans: up to 24:00, and from 00:00 on the next day. */
export const Span = z.object({ from: ClockTime, to: ClosingTime }).refine(({ from, to }) => from < to);
export type Span = z.infer<typeof Span>;

/** How many separate spans a day may have. */
export const mostSpans = 4;
/** How many days off a year's list may name. */
export const mostHolidays = 200;

const Day = z.array(Span).max(mostSpans);

/** When somebody is there: clock times of one time zone for each day of the week, and days (YYYY-MM-DD) when nobody is. */
export const Hours = z.object({
  zone: z.string().max(64).refine(isZone),
  week: z.object({
    monday: Day,
    tuesday: Day,
    wednesday: Day,
    thursday: Day,
    friday: Day,
    saturday: Day,
    sunday: Day,
  }),
  holidays: z.array(z.iso.date()).max(mostHolidays),
});
export type Hours = z.infer<typeof Hours>;
