import { instant } from "../../events/raw.ts";

/** Intercom writes times in whole seconds, so what an intent caused may seem up to a second older than it. */
const clockGrainMs = 2_000;

/** Whether a time of Intercom's is not before the intent; a missing one proves nothing. `since` in epoch milliseconds. */
export const isSince = (time: unknown, since: number): boolean => {
  const at = instant(time);
  return at !== null && at >= since - clockGrainMs;
};
