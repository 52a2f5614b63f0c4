import type { Standstill } from "../store/standstill.ts";

export interface StandstillDeps {
  store: Standstill;
  /** Starts what the clock starts. */
  resume(): void;
  /** From now on nothing is started by the clock. */
  pause(): void;
  now(): number;
  onChange(): void;
}

/**
 * The one switch for everything: events are taken in and kept, and no run goes on, nor does the clock start any. Of times that pass
 * meanwhile only the last counts, as after down-time.
 */
export const createStandstill = ({ store, resume, pause, now, onChange }: StandstillDeps) => ({
  state: store.state,
  /** @param by who does it, by name. */
  stop(by: string): void {
    if (store.state()) return;
    store.begin(now(), by);
    pause();
    onChange();
  },
  carryOn(): void {
    if (!store.state()) return;
    store.end();
    resume();
    onChange();
  },
});
