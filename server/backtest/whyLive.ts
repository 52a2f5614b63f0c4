import type { WhyReason } from "#shared/api/why.ts";
import type { Event } from "#shared/events/event.ts";
import type { Text } from "#shared/language/text.ts";
import { lookAt } from "./lookAt.ts";
import { type Mode, startsRuns } from "#shared/workflow/mode.ts";
import type { Prepared } from "./prepare.ts";

/** An event that came, and what was known of it. */
export interface Heard {
  event: Event;
  /** Epoch milliseconds, as all instants here. */
  receivedAt: number;
  echo: boolean;
  parked: boolean;
  /** It was looked for, not sent: what counts is when it happened. */
  caughtUp: boolean;
}

/** What is known of when a workflow was on. When it was turned off is not kept. */
export interface OnAndOff {
  mode: Mode;
  /** Of a hundred conversations so many, in mode "percentage". */
  percent: number;
  /** Whether the mode it has now starts a run for an event. */
  letsIn(event: Event): boolean;
  /** When it was last turned on; null where it never was. */
  onSince: number | null;
  pause: { since: number; why: Text } | null;
}

/** The versions of a workflow, newest first, each made ready when it is asked for. */
export interface Published {
  publishedAt: number;
  number: number;
  prepared(): Prepared;
}

const iso = (at: number): string => new Date(at).toISOString();
const secondMs = 1_000;

/** When it counts as having come. Intercom tells instants in whole seconds. */
const cameAt = ({ caughtUp, event, receivedAt }: Heard): number => (caughtUp ? event.at : receivedAt);

/** From what came furthest towards a run. */
const order: readonly WhyReason["kind"][] = [
  "heldBack",
  "outOfShare",
  "notFirst",
  "refused",
  "own",
  "setAside",
  "later",
  "unheard",
];

function reasonOf(
  heard: Heard,
  versions: readonly Published[],
  { mode, percent, letsIn, onSince }: OnAndOff,
): WhyReason {
  const at = iso(heard.event.at);
  const came = cameAt(heard);
  if (heard.parked) return { kind: "setAside", at };
  const version = versions.find(({ publishedAt }) => publishedAt <= came);
  const since = Math.max(onSince ?? 0, versions.at(-1)?.publishedAt ?? 0);
  const toTheSecond = heard.caughtUp ? Math.floor(since / secondMs) * secondMs : since;
  const look = lookAt((version ?? versions[0])?.prepared().ways ?? [], [heard], () => false);
  if (look.kind === "unheard" || look.kind === "elsewhere") return look;
  if (heard.echo) return { kind: "own", at };
  if (!version || came < toTheSecond) return { kind: "later", at, since: iso(since) };
  if (look.kind !== "letIn") return look;
  return mode === "percentage" && !letsIn(heard.event) ? { kind: "outOfShare", at, percent } : { kind: "heldBack", at };
}

/**
 * Why a workflow that did not run for a conversation did not, from the events that came about it, with the versions there were then.
 * That it was on when it is off now is known only of one that was paused, up to that pause.
 * @param removed topics of what came besides, of which no details are kept.
 */
export function whyLive(
  heard: readonly Heard[],
  versions: readonly Published[],
  mode: OnAndOff,
  removed: ReadonlySet<string> = new Set(),
): WhyReason {
  const [newest] = versions;
  if (!newest) return { kind: "unpublished" };
  // What was let in and is noted as a first time is no first time any more, so nobody knows here whether it was one.
  const look = lookAt(newest.prepared().ways, heard, () => true);
  if (look.kind === "elsewhere") return look;
  if (mode.mode === "shadow") return { kind: "shadow" };
  const { pause } = mode;
  const isOn = startsRuns(mode.mode);
  const whileOn = isOn ? heard : pause ? heard.filter((one) => cameAt(one) < pause.since) : [];
  const reasons = whileOn.map((one) => reasonOf(one, versions, mode));
  const found = order.flatMap((kind) => reasons.find((reason) => reason.kind === kind) ?? [])[0];
  if (!isOn && (!found || found.kind === "unheard" || found.kind === "later"))
    return { kind: "off", letsIn: look.kind === "letIn", pause: pause && { since: iso(pause.since), why: pause.why } };
  if (found && found.kind !== "unheard") return found;
  return { kind: [...newest.prepared().topics].some((topic) => removed.has(topic)) ? "removed" : "unheard" };
}
