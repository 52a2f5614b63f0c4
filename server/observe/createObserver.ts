import { queueStore } from "../store/queue.ts";
import { crashStore } from "../store/crashes.ts";
import type { Database } from "../store/database.ts";
import { pulse } from "../store/pulse.ts";
import { watchRuns } from "../store/watchRuns.ts";
import { createFirstSteps } from "./createFirstSteps.ts";
import { createMetrics } from "./createMetrics.ts";
import { createReadiness, type ReadinessDeps } from "./createReadiness.ts";
import { createStatus, type StatusDeps } from "./createStatus.ts";

type Joined = "readiness" | "firstSteps" | "queue" | "lastCrash";

export interface ObserverDeps
  extends Omit<StatusDeps, Joined>, Pick<ReadinessDeps, "isStopping" | "isInReview" | "isDriving"> {
  db: Database;
  /** The cells in which a run goes on at this moment. */
  underWay(): ReadonlySet<string>;
}

/** Watches the server: what goes on in it, counted; whether it is ready; and how it does, in words. */
export function createObserver({ db, underWay, ...deps }: ObserverDeps) {
  const queued = queueStore(db);
  const queue = () => {
    const { count, since } = queued.due(deps.now(), underWay());
    return { due: count, since, ...queued.going() };
  };
  const metrics = createMetrics({ ...deps, queue });
  const firstSteps = createFirstSteps();
  watchRuns(db, metrics);
  const readiness = createReadiness({ ...deps, takesWrites: pulse(db) });
  const serverStatus = createStatus({ ...deps, queue, readiness, firstSteps, lastCrash: crashStore(db).last });
  return {
    metrics,
    readiness,
    serverStatus,
    onFirstStep(waitedMs: number): void {
      metrics.onFirstStep(waitedMs);
      firstSteps.note(waitedMs);
    },
  };
}
