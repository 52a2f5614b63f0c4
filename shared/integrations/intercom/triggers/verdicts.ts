import type { Text } from "../../../language/text.ts";
import type { Verdict } from "../../../nodes/define.ts";

export const accepted: Verdict = { accepted: true };

export const acceptedIf = (holds: boolean, why: Text): Verdict => (holds ? accepted : { accepted: false, why });

/** Accepted if all accept; else what the first refusal says. */
export const acceptedByAll = (...verdicts: readonly Verdict[]): Verdict =>
  verdicts.find((verdict) => !verdict.accepted) ?? accepted;
