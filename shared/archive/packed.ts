import type { Past } from "./past.ts";

/** Counts changes of the packed form: what an older one packed has to be packed anew from what Intercom gave. */
export const packing = 1;

/** A past conversation as the archive keeps it: JSON. The first message stands in it once. */
export function pack(past: Past): string {
  return JSON.stringify({ ...past, base: { ...past.base, firstMessage: "" } });
}

/** @param packed by `pack`, of this `packing`. */
export function unpack(packed: string): Past {
  const past = JSON.parse(packed) as Past;
  past.base.firstMessage = past.moments[0]?.words?.text ?? "";
  return past;
}
