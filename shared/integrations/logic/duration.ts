import type { Language } from "../../language/text.ts";
import type { Duration } from "../../nodes/form.ts";

const lengths = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };
const units = { minutes: "minute", hours: "hour", days: "day" } as const;

export const durationMs = ({ amount, unit }: Duration): number => amount * lengths[unit];

/** "2 days" / "2 días". */
export const durationWords = ({ amount, unit }: Duration, language: Language): string =>
  new Intl.NumberFormat(language, { style: "unit", unit: units[unit], unitDisplay: "long" }).format(amount);
