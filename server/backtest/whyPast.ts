import type { WhyReason } from "#shared/api/why.ts";
import { eventsIn } from "#shared/archive/eventsIn.ts";
import type { Past } from "#shared/archive/past.ts";
import { titleOf } from "#shared/events/titleOf.ts";
import type { Registry } from "#shared/nodes/define.ts";
import { leftAt } from "#shared/why/leftAt.ts";
import type { Asks, Drawing } from "./asks.ts";
import { runsIn } from "./cases.ts";
import { type Firsts, firstsOf, isFirstTime } from "./goThrough.ts";
import { lookAt } from "./lookAt.ts";
import { prepare, type Prepared } from "./prepare.ts";
import type { ReplayOptions } from "./replay.ts";

type Options = Pick<ReplayOptions, "horizon" | "callee">;

/** What a workflow, as it is drawn now, would have done in a past conversation, or why it would not have started. */
export function whyPast(
  prepared: Prepared,
  past: Past,
  firsts: Firsts,
  registry: Registry,
  options: Options,
): WhyReason {
  const { course, runs } = runsIn(prepared, past, firsts, options);
  const last = runs.at(-1);
  if (last) {
    const { status, steps } = last;
    const doubts = [...course.doubts];
    return { kind: "wouldRun", runs: runs.length, status, doubts, left: leftAt(steps, prepared.document, registry) };
  }
  const happened = eventsIn(past, prepared.topics);
  const look = lookAt(prepared.ways, happened, (way, one) => isFirstTime(way, past, one, firsts));
  // Whatever is let in would have run.
  return look.kind === "letIn" ? { kind: "unheard" } : look;
}

/** The same for several workflows, asked of the simulating thread. */
export function whyAll(
  past: Past | undefined,
  drawings: readonly Omit<Drawing, "slice">[],
  deps: {
    registry: Registry;
    pasts: readonly Past[];
    optionsOf(drawing: Omit<Drawing, "slice">): Options;
    /** Whether its lines make no circle. */
    isWorkable(drawing: Omit<Drawing, "slice">): boolean;
  },
): Asks["why"]["answer"] {
  const [began] = past?.moments ?? [];
  if (!past || !began) return "unknown";
  const { registry, pasts } = deps;
  const reasons = drawings.map((drawing): WhyReason => {
    if (!deps.isWorkable(drawing)) return { kind: "unpublished" };
    const prepared = prepare(drawing.document, registry);
    return whyPast(prepared, past, firstsOf(prepared, pasts), registry, deps.optionsOf(drawing));
  });
  const opening = eventsIn(past, new Set([began.topic ?? ""]))[0]?.event;
  return { title: opening ? titleOf(opening) : past.base.title, startedAt: began.at, reasons };
}
