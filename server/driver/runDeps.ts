import type { CompiledWorkflow } from "#shared/engine/compile.ts";
import type { RunState } from "#shared/engine/runState.ts";
import type { Event } from "#shared/events/event.ts";
import type { Json } from "#shared/nodes/define.ts";
import type { Effect, Outcome, OwnEffect, RequestEffect } from "#shared/nodes/effect.ts";
import type { RunRow, RunStatus, RunStore } from "../store/runs.ts";
import type { Ceiling } from "./createCeiling.ts";
import type { Admission } from "./admission.ts";
import type { Perform } from "./performer.ts";

/** What a driver is given. But for `perform` nothing here reaches outside. */
export interface RunDeps {
  runs: RunStore;
  /** Does `work` in one transaction, together with others'; resolves once it is on the disk. */
  commit<R>(work: () => R): Promise<R>;
  perform: Perform;
  compiled(version: string): CompiledWorkflow;
  /** Epoch milliseconds. */
  now(): number;
  /** What came about the run's subject on these topics from an instant on (epoch milliseconds), oldest first. */
  heardSince(event: Event, topics: readonly string[], since: number): Event[];
  /** The newest published version of a workflow; null where there is none. */
  newestVersion(workflow: string): string | null;
  /** Does what concerns our own database alone, inside the commit that keeps its outcome. */
  doOwn(effect: OwnEffect, run: RunRow, at: number): Outcome;
  /** Told in the commit of a request's intent, so that its echo is known when it comes back. */
  onSend?(appId: string, effect: RequestEffect): void;
  /** Told in the commit that keeps what came of it. */
  onSent?(run: RunRow, effect: RequestEffect, answer: Json): void;
  /** Told in the commit that ends a failed run. */
  onFailed?(run: RunRow, state: RunState): void;
  /** Does the run's next thing, so that it is known whom to blame if the process dies of it. */
  duringRun?<T>(run: string, act: () => T): T;
  /** Told in the commit that keeps the outcome of an effect of this kind ("request", "delay" …). */
  onStep?(kind: Effect["type"], ok: boolean): void;
  /** Told how long after its start a run asks for its first effect. */
  onFirstStep?(waitedMs: number): void;
  /** Told whenever a run has gone on, waits or has ended, once that is on the disk. */
  onChange?(run: RunRow, status: RunStatus): void;
  /** Without it a run may send as much as it likes. */
  ceiling?: Ceiling;
  /** Without it nothing holds runs up. */
  admission?: Admission;
  /** From 0 to 1: spreads tries that failed together. */
  chance?(): number;
  /** How long after an effect was sent the service may still be at work on it, milliseconds. */
  quietMs: number;
}
