import type { Resolved } from "#shared/api/simulations.ts";
import type { Past } from "#shared/archive/past.ts";
import type { Registry } from "#shared/nodes/define.ts";
import type { Act, Replay } from "../replay.ts";
import { type FirstReply, firstReplyOf, resolvedBy } from "./answered.ts";
import { type Compared, verdictsOf } from "./verdicts.ts";

/** What a report notes of a conversation that would have been let in, over all its runs. */
export interface Noted {
  /** Steps that would have done something, with how often; a step that runs another workflow once for each kind of thing that one does. */
  acts: Map<string, { node: string; type: string; times: number }>;
  /** When the customer would first have noticed anything, epoch milliseconds: nothing after that can be compared. */
  alteredAt: number | null;
  /** What would have been done beside what was; of each step and choice the first time. */
  verdicts: Map<string, Compared>;
  firstReply: FirstReply | null;
  resolved: Resolved | null;
  /** When it would have first done anything, epoch milliseconds. */
  actedAt: number | null;
  /** Which teams it would have been given to, and when. */
  given: { team: string; at: number }[];
  /** Minutes since the epoch in which it would have called the service; one for each call. */
  minutes: number[];
  unsure: boolean;
}

export const newNoted = (): Noted => ({
  acts: new Map(),
  alteredAt: null,
  verdicts: new Map(),
  firstReply: null,
  resolved: null,
  actedAt: null,
  given: [],
  minutes: [],
  unsure: false,
});

const minuteMs = 60_000;

/** Kinds of step that speak to the customer, and all that the customer notices. */
export function noticedKinds(registry: Registry) {
  const noticed = [...registry.values()].filter((spec) => spec.kind === "action" && spec.altersTalk === true);
  return {
    speaking: new Set(noticed.flatMap(({ type, group }) => (group === "customer" ? [type] : []))),
    altering: new Set(noticed.map(({ type }) => type)),
  };
}
export type NoticedKinds = ReturnType<typeof noticedKinds>;

const closes = ({ changed }: Act): boolean => changed?.state === "closed";

/** Adds one run of the past to what is noted of its conversation, oldest first. @param place the moment whose event started it. */
export function noteRun(noted: Noted, past: Past, replay: Replay, place: number, kinds: NoticedKinds): void {
  const { doubts, calls, status } = replay;
  noted.unsure ||= doubts.size > 0 || status === "failed";
  for (const at of calls) noted.minutes.push(Math.floor(at / minuteMs));
  const { alteredAt } = noted;
  // What an earlier run did counts as well.
  const acts = replay.acts.map((act) => (alteredAt !== null && act.at >= alteredAt ? { ...act, altered: true } : act));
  const closesEver = acts.some(closes);
  for (const act of acts) {
    const { node, type, at, changed } = act;
    noted.actedAt ??= at;
    const key = `${node} ${type}`;
    noted.acts.set(key, { node, type, times: (noted.acts.get(key)?.times ?? 0) + 1 });
    for (const compared of verdictsOf(act, past, place, doubts)) {
      const what = `${node} ${compared.aspect} ${compared.aspect === "tags" ? compared.row : ""}`;
      if (!noted.verdicts.has(what)) noted.verdicts.set(what, compared);
    }
    if (changed?.teamId) noted.given.push({ team: changed.teamId, at });
    const speaks = kinds.speaking.has(type);
    if (speaks) noted.firstReply ??= firstReplyOf(act, past, place, doubts);
    if (speaks || closes(act)) noted.resolved ??= resolvedBy(act, closesEver, past, place, doubts);
    if (kinds.altering.has(type)) noted.alteredAt ??= at;
  }
}
