const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs a thousand times what using it does, and a simulation asks for every conversation. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const held = formats.get(zone);
  if (held) return held;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(zone, made);
  return made;
}

/** Whether it is a time zone known here, by its IANA name ("Europe/Madrid") or an older name of the same. */
export function isZone(zone: string): boolean {
  try {
    return zone !== "" && formatOf(zone) !== null;
  } catch {
    return false;
  }
}

/** By how much the clocks of a zone are ahead of UTC at an instant, in milliseconds. */
export function offsetMs(zone: string, at: number): number {
  const second = Math.floor(at / 1000) * 1000;
  const read: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(second)) read[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second: seconds = 0 } = read;
  return Date.UTC(year, month - 1, day, hour, minute, seconds) - second;
}
