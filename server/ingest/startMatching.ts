import type { Match } from "#shared/engine/match.ts";
import type { RunStart } from "#shared/engine/runState.ts";
import type { Event } from "#shared/events/event.ts";
import type { RunStore } from "../store/runs.ts";
import type { ShadowStore } from "../store/shadows.ts";

type Matches = Match<{ workflow: string; version: string }>[];

export interface MatchingDeps {
  runs: RunStore;
  match(event: Event): Matches;
  shadowed: ShadowStore;
  /** Which workflows in Shadow are to decide on it. */
  shadows(event: Event): Matches;
  onShadowed(): void;
  now(): number;
}

/** What an event of our own comes from: its runs stand in the same cell, act as the same teammate, and are as deep. */
export interface Origin {
  start: RunStart;
  cell: string;
  bulk: boolean;
  /** Workflows it is not for: those it tells of. */
  except: ReadonlySet<string>;
}

/** Starts what is on to deal with an event of our own, and has decided what is in Shadow. To be called inside a commit; answers the runs. */
export const startMatching =
  ({ runs, match, shadowed, shadows, onShadowed, now }: MatchingDeps) =>
  (event: Event, { start, cell, bulk, except }: Origin): { id: string; workflow: string }[] => {
    const others = (matches: Matches) =>
      matches
        .filter(({ workflow }) => !except.has(workflow.workflow))
        .map(({ workflow: { workflow, version }, trigger }) => ({
          id: `${event.id}.${version}`,
          workflow,
          version,
          start: { ...start, event, trigger, startedAt: now() },
        }));
    const started = others(match(event));
    for (const run of started) runs.add({ ...run, cell, bulk });
    const deciding = others(shadows(event));
    for (const decision of deciding) shadowed.add(decision);
    if (deciding.length > 0) onShadowed();
    return started;
  };
