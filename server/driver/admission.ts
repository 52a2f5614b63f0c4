import type { Service } from "../connections/callService.ts";
import type { Gates } from "../connections/gates.ts";
import type { RunRow, RunStore } from "../store/runs.ts";

/** What lets runs go on, and their effects leave. */
export interface Admission {
  /** How many may be under way at the same time; none while nothing is to be sent. */
  lanes(): number;
  /** Whether the run's next effect may leave at once; where it may, it counts as leaving. */
  mayLeave(run: RunRow): boolean;
  /** Waits until the run's next effect may leave; false where it may not now, and the run stays as it is. */
  admit(run: RunRow): Promise<boolean>;
}

export interface AdmissionDeps {
  gates: Pick<Gates, "lanes" | "admit" | "mayLeave">;
  runs: Pick<RunStore, "isGoing">;
  /** The connection that is used now. */
  current(): Service;
  /** Null for one that is not used any more. */
  serviceOf(appId: string): Service | null;
  /** A person has stopped everything. */
  isStopped(): boolean;
}

/** Runs go on while their connection answers and nobody has stopped everything. */
export function createAdmission({ gates, runs, current, serviceOf, isStopped }: AdmissionDeps): Admission {
  return {
    lanes: () => (isStopped() ? 0 : gates.lanes(current())),
    mayLeave({ start, bulk }) {
      const service = serviceOf(start.event.appId);
      // What is no longer connected is told so by whoever sends.
      return !isStopped() && (!service || gates.mayLeave(service, bulk ? "replay" : "live"));
    },
    async admit({ id, start, bulk }) {
      const service = serviceOf(start.event.appId);
      // What is no longer connected is told so by whoever sends.
      if (service && !(await gates.admit(service, bulk ? "replay" : "live"))) return false;
      // Both may have happened while it waited.
      return !isStopped() && runs.isGoing(id);
    },
  };
}
