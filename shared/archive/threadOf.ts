import type { Moment, Past } from "./past.ts";

/** One part of a past thread, as the API tells it: `ArchivedPart`. */
export interface PastPart {
  id: string;
  /** Its place among the moments of the conversation. */
  place: number;
  kind: "message" | "note" | "event";
  author: { kind: "customer" | "teammate" | "bot"; name: string };
  text: string;
  event: string | null;
  target: string | null;
  /** UTC, ISO 8601. */
  at: string;
}

/** An instant for JSON; what lies outside of all calendars becomes the epoch. */
export const isoAt = (at: number | null): string => {
  const known = at ?? 0;
  return new Date(Math.abs(known) <= 8.64e15 ? known : 0).toISOString();
};

/** What teams and teammates are called; empty where nobody knows. */
export interface NamesOf {
  team(id: string): string;
  teammate(id: string): string;
}

function targetOf({ happening, change, part }: Moment, names: NamesOf): string | null {
  if (happening?.tag) return happening.tag.name;
  if (happening?.rating) return happening.rating.score === null ? null : String(happening.rating.score);
  const to = happening?.assignedTo;
  if (to) return to.kind === "nobody" ? null : to.kind === "team" ? names.team(to.id) : names.teammate(to.id);
  if (part?.type.startsWith("conversation_attribute_updated") && change?.attributes)
    return Object.keys(change.attributes).at(-1) ?? null;
  return null;
}

/** What happened at a moment, by Intercom's part type as the team's inbox knows it. */
function eventOf({ happening, part, topic }: Moment): string {
  if (happening?.tag) return "conversation_tags_updated";
  if (happening?.rating) return "conversation_rating_changed";
  return part?.type ?? topic ?? "";
}

/** A moment as parts of a thread: what was said and what was done at once stand apart, the words first. */
function partsOf(moment: Moment, place: number, names: NamesOf): PastPart[] {
  const { words, by, at, inside, part } = moment;
  const base = {
    place,
    author: {
      kind: by?.kind ?? ("bot" as const),
      name: by?.name || (by?.kind === "teammate" ? names.teammate(by.id) : ""),
    },
    at: isoAt(at),
  };
  const said: PastPart[] = words
    ? [{ ...base, id: `${place}`, kind: inside ? "note" : "message", text: words.text, event: null, target: null }]
    : [];
  const isOnlySaid = words && (place === 0 || inside || part?.type === "comment" || part?.type === "quick_reply");
  if (isOnlySaid) return said;
  const event = eventOf(moment);
  if (event === "") return said;
  const text = moment.happening?.rating?.remark ?? "";
  return [...said, { ...base, id: `${place}.event`, kind: "event", text, event, target: targetOf(moment, names) }];
}

/** Parts that tell less than a moment of their own does, which says what it was. */
const toldBetter = new Set(["conversation_tags_updated", "conversation_rating_changed"]);

/** A past conversation as a thread, oldest first. */
export const threadOf = (past: Past, names: NamesOf): PastPart[] =>
  past.moments.flatMap((moment, place) =>
    !moment.happening && toldBetter.has(moment.part?.type ?? "") ? [] : partsOf(moment, place, names),
  );
