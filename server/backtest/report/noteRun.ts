import type { Resolved } from "#shared/api/simulations.ts";
import type { Past } from "#shared/archive/past.ts";
import type { Registry } from "#shared/nodes/define.ts";
import type { WorkflowDocument } from "#shared/workflow/document.ts";
import type { Act, Replay } from "../replay.ts";
import { type FirstReply, firstReplyOf, resolvedBy } from "./answered.ts";
import { type Compared, verdictsOf } from "./verdicts.ts";

/** What a report notes of a conversation that would have been let in, over all its runs. */
export interface Noted {
  /** Steps that would have done something, with how often. */
  acts: Map<string, number>;
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
  verdicts: new Map(),
  firstReply: null,
  resolved: null,
  actedAt: null,
  given: [],
  minutes: [],
  unsure: false,
});

const minuteMs = 60_000;

/** Steps of a drawing that speak to the customer. */
export function speakingSteps(document: WorkflowDocument, registry: Registry): ReadonlySet<string> {
  const speaking = document.nodes.filter(({ type }) => {
    const spec = registry.get(type);
    return spec?.kind === "action" && spec.altersTalk === true && spec.group === "customer";
  });
  return new Set(speaking.map(({ id }) => id));
}

const closes = ({ changed }: Act): boolean => changed?.state === "closed";

/** Adds one run of the past to what is noted of its conversation. @param place the moment whose event started it. */
export function noteRun(noted: Noted, past: Past, replay: Replay, place: number, speaking: ReadonlySet<string>): void {
  const { acts, doubts, calls, status } = replay;
  noted.unsure ||= doubts.size > 0 || status === "failed";
  for (const at of calls) noted.minutes.push(Math.floor(at / minuteMs));
  const closesEver = acts.some(closes);
  for (const act of acts) {
    noted.actedAt ??= act.at;
    noted.acts.set(act.node, (noted.acts.get(act.node) ?? 0) + 1);
    for (const compared of verdictsOf(act, past, place, doubts)) {
      const key = `${compared.node} ${compared.aspect} ${compared.aspect === "tags" ? compared.row : ""}`;
      if (!noted.verdicts.has(key)) noted.verdicts.set(key, compared);
    }
    if (act.changed?.teamId) noted.given.push({ team: act.changed.teamId, at: act.at });
    const speaks = speaking.has(act.node);
    if (speaks) noted.firstReply ??= firstReplyOf(act, past, place, doubts);
    if (speaks || closes(act)) noted.resolved ??= resolvedBy(act, closesEver, past, place, doubts);
  }
}
