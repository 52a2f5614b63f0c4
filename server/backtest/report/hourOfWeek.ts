const hourMs = 3_600_000;
const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/**
 * The hour of the week of an instant, Monday 0:00 being 0, in a time zone by its IANA name. Worked out once for each quarter of an hour,
 * since asking the calendar is slow and offsets are whole quarters.
 */
export function hourOfWeek(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone, weekday: "short", hour: "2-digit", hourCycle: "h23" });
  const known = new Map<number, number>();
  return (at) => {
    const quarter = Math.floor((at / hourMs) * 4);
    let hour = known.get(quarter);
    if (hour === undefined) {
      const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
      hour = Math.max(0, days.indexOf(parts.get("weekday") ?? "")) * 24 + Number(parts.get("hour"));
      known.set(quarter, hour);
    }
    return hour;
  };
}

/** Whether there is such a time zone. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en-GB", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
