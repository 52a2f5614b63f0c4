import type { Past } from "#shared/archive/past.ts";
import { record } from "#shared/events/raw.ts";
import type { Outdated } from "../store/archive.ts";
import { takeConversation, unpressed } from "./takeConversation.ts";

/** What an older version packed, from what Intercom gave; null where this one does not understand it. */
export function takeAnew({ raw, contact, knownUntil }: Outdated): Past | null {
  const taken = takeConversation(unpressed(raw), {
    bytes: new Uint8Array(),
    contact: contact ? record(unpressed(contact)) : null,
    now: knownUntil,
  });
  return taken.outcome === "taken" ? { ...taken.kept.past, knownUntil } : null;
}
