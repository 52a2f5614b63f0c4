import type { Moment, Past } from "#shared/archive/past.ts";
import type { Compared, Verdict } from "#shared/api/shadow.ts";
import { decidedAfter } from "../backtest/decidedAfter.ts";
import type { Act } from "../backtest/replay.ts";
import { weigh } from "../backtest/weigh.ts";

const verdicts: readonly Verdict[] = ["otherwise", "nothing", "same", "incomparable"];

/** The least flattering of several; null of none. */
export const worstOf = (all: readonly Verdict[]): Verdict | null =>
  verdicts.find((verdict) => all.includes(verdict)) ?? null;

/** What a teammate did by hand: what our own workflows did in somebody's name is not the team's. */
const byHand =
  (actor: string) =>
  ({ by, part }: Moment): boolean =>
    by?.kind === "teammate" && !(by.id === actor && (part?.appPackageCode ?? null) !== null);

const incomparable: Pick<Compared, "verdict" | "did" | "by" | "at"> = {
  verdict: "incomparable",
  did: [],
  by: null,
  at: null,
};
/** Intercom tells times to the second. */
const toTheSecond = (at: number): number => at - (at % 1_000);

/**
 * What teammates did about what an action would have changed, each thing by itself. Empty for what leaves nothing to compare.
 * @param place of the event among the moments of the conversation. @param actor the teammate we act as.
 */
export function compareWithTeam(past: Past, place: number, actor: string, { changed, at }: Act): Compared[] {
  if (!changed) return [];
  const { priority } = changed;
  const weighed = weigh(changed, past, decidedAfter(past, place, toTheSecond(at), byHand(actor)));
  const compared = weighed.map(({ aspect, wanted, did, isTold }): Compared => {
    const of = aspect === "tags" ? "tag" : aspect;
    if (!isTold) return { of, wanted, ...incomparable };
    if (!did) return { of, wanted, verdict: "nothing", did: [], by: null, at: null };
    const { to, same, moment } = did;
    return {
      of,
      wanted,
      verdict: same ? "same" : "otherwise",
      did: [to],
      by: moment.by?.name || null,
      at: new Date(moment.at).toISOString(),
    };
  });
  return priority === undefined ? compared : [...compared, { of: "priority", wanted: priority, ...incomparable }];
}
