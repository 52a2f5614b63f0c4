import type { Past } from "#shared/archive/past.ts";
import { record } from "#shared/events/raw.ts";
import type { Outdated } from "../store/archive.ts";
import { takeConversation } from "./takeConversation.ts";

const parsed = (bytes: Uint8Array): unknown => JSON.parse(Buffer.from(bytes).toString("utf8") || "null");

/** What an older version packed, from how it came; null where this one does not understand it. */
export function takeAnew({ raw, contact, knownUntil }: Outdated): Past | null {
  const taken = takeConversation(parsed(raw), {
    contact: contact ? record(parsed(contact)) : null,
    now: knownUntil,
  });
  return taken.outcome === "taken" ? { ...taken.past, knownUntil } : null;
}
