import type { Event } from "#shared/events/event.ts";
import { text } from "#shared/language/text.ts";
import type { CrashStore } from "../store/crashes.ts";
import type { Handling } from "../store/handling.ts";
import type { RunStore } from "../store/runs.ts";
import { wakeCaller } from "./goOn.ts";

export interface PoisonDeps {
  handling: Handling;
  crashes: CrashStore;
  runs: RunStore;
  now(): number;
}

const most = 3;
const dayMs = 86_400_000;
/** Longer than anybody sends the same event again; and whoever was blamed by chance does not carry it for good. */
const rememberedMs = 30 * dayMs;
const runMark = "run ";

const setAside = text(
  "It stopped the server three times, so it was set aside. Change the workflow, publish it, and start it again.",
  "Detuvo el servidor tres veces, así que se ha apartado. Cambia el flujo, publícalo y vuelve a iniciarlo.",
);

/** Told by its id within its workspace, as a repeated delivery is. */
const nameOf = ({ appId, id }: Pick<Event, "appId" | "id">): string => `event ${appId} ${id}`;

/**
 * Sets aside what kills the process again and again. Only one thing is handled at a moment, and its name is noted before; so whoever is
 * noted when the process dies is to blame, and nobody where it died of something else. To be made before runs go on: what
 * died last is dealt with at once.
 */
export function createPoison({ handling, crashes, runs, now }: PoisonDeps) {
  crashes.forget(now() - rememberedMs, most);
  const { left } = handling;
  if (left !== null && crashes.blame(left, now()) >= most && left.startsWith(runMark)) {
    const run = left.slice(runMark.length);
    if (runs.end(run, "failed", now(), setAside)) wakeCaller(run, runs, now());
  }
  // It grows at a start only.
  const parked = new Set(crashes.often(most));
  return {
    duringRun: <T>(run: string, act: () => T): T => handling.during(`${runMark}${run}`, act),
    duringEvent: <T>(event: Event, act: () => T): T => handling.during(nameOf(event), act),
    /** Whether an event is to be kept without being looked at. */
    isParked: (event: Event): boolean => parked.size > 0 && parked.has(nameOf(event)),
    /** Whether a run was set aside: reading its log may be what kills. */
    isSetAside: (run: string): boolean => parked.has(`${runMark}${run}`),
  };
}

export type Poison = ReturnType<typeof createPoison>;
