import { number, record, string, type Raw } from "../events/raw.ts";
import type { Duration } from "../nodes/form.ts";
import { first } from "./nativeStep.ts";

const seconds: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3600, day: 86_400, week: 604_800 };

const numeric = (value: unknown): number | null =>
  number(value) ?? (/^\d+$/.test(string(value)) ? Number(value) : null);

function secondsIn(raw: Raw): number | null {
  for (const [unit, each] of Object.entries(seconds)) {
    const amount = numeric(
      first(raw, `${unit}s`, `duration_${unit}s`, `delay_${unit}s`, `wait_${unit}s`, `${unit}s_to_wait`),
    );
    if (amount !== null) return amount * each;
  }
  const unit = string(first(raw, "unit", "time_unit", "duration_unit"))
    .toLowerCase()
    .replace(/s$/, "");
  const amount = numeric(first(raw, "amount", "value", "duration", "time"));
  return amount !== null && Object.hasOwn(seconds, unit) ? amount * (seconds[unit] ?? 1) : null;
}

/** How long a step waits, in whole minutes at least; null where it does not say so. */
export function nativeDuration(raw: Raw): Duration | null {
  const inside = record(first(raw, "duration", "delay", "wait", "snooze", "for"));
  const length = secondsIn(raw) ?? secondsIn(inside);
  if (length === null || length <= 0) return null;
  const [unit, each] =
    length % 86_400 === 0
      ? (["days", 86_400] as const)
      : length % 3600 === 0
        ? (["hours", 3600] as const)
        : (["minutes", 60] as const);
  const amount = Math.max(1, Math.round(length / each));
  return amount > 100_000 ? null : { amount, unit };
}
