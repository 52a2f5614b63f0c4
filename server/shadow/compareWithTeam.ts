import type { Moment, Past } from "#shared/archive/past.ts";
import type { Compared, Verdict } from "#shared/api/shadow.ts";
import type { Changed } from "../backtest/replay.ts";

/** A moment in which somebody of the team did something, and what. */
interface Deed {
  did: (string | null)[];
  moment: Moment;
}

const verdicts: readonly Verdict[] = ["otherwise", "nothing", "same", "incomparable"];

/** The least flattering of several; null of none. */
export const worstOf = (all: readonly Verdict[]): Verdict | null =>
  verdicts.find((verdict) => all.includes(verdict)) ?? null;

/** What a teammate did after a moment by hand: what our own workflows did in somebody's name is not the team's. */
const byTeam = ({ moments }: Past, place: number, actor: string): readonly Moment[] =>
  moments
    .slice(place + 1)
    .filter(({ by, part }) => by?.kind === "teammate" && !(by.id === actor && (part?.appPackageCode ?? null) !== null));

/** As teammates left it: the last that they did of the kind. */
const lastOf = (moments: readonly Moment[], field: "teamId" | "teammateId" | "state"): Deed | null => {
  const moment = moments.findLast(({ change }) => change?.[field] !== undefined);
  return moment ? { did: [moment.change?.[field] ?? null], moment } : null;
};

function tagged(moments: readonly Moment[]): Deed | null {
  const tagging = moments.filter(({ happening }) => happening?.tag);
  const moment = tagging.at(-1);
  return moment ? { did: tagging.flatMap(({ happening }) => happening?.tag?.id ?? []), moment } : null;
}

function compared(of: Compared["of"], wanted: string | null, deed: Deed | null): Compared {
  if (!deed) return { of, wanted, verdict: "nothing", did: [], by: null, at: null };
  const { did, moment } = deed;
  return {
    of,
    wanted,
    verdict: did.includes(wanted) ? "same" : "otherwise",
    did,
    by: moment.by?.name || null,
    at: new Date(moment.at).toISOString(),
  };
}

const incomparable = (of: Compared["of"], wanted: string | null): Compared => ({
  of,
  wanted,
  verdict: "incomparable",
  did: [],
  by: null,
  at: null,
});

/**
 * What teammates made of what an action would have changed, each thing by itself. Of what has no history (the priority, a tag of unknown
 * time) nothing can be said.
 * @param place of the event among the moments of the conversation. @param actor the teammate we act as.
 */
export function compareWithTeam(past: Past, place: number, actor: string, changed: Changed): Compared[] {
  const moments = byTeam(past, place, actor);
  const { teamId, teammateId, state, priority, tags } = changed;
  return [
    ...(teamId === undefined ? [] : [compared("team", teamId, lastOf(moments, "teamId"))]),
    ...(teammateId === undefined ? [] : [compared("teammate", teammateId, lastOf(moments, "teammateId"))]),
    ...(state === undefined ? [] : [compared("state", state, lastOf(moments, "state"))]),
    ...(priority === undefined ? [] : [incomparable("priority", priority)]),
    ...(tags ?? []).map(({ id }) =>
      past.todays.includes("conversation.tags") && !tagged(moments)?.did.includes(id)
        ? incomparable("tag", id)
        : compared("tag", id, tagged(moments)),
    ),
  ];
}
