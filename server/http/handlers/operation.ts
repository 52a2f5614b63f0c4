import type { Operation } from "#shared/api/operation.ts";
import type { Handlers } from "../mount.ts";
import type { Services } from "./services.ts";

type Names = "getOperation" | "leaveReview" | "getServerStatus";

export function operationHandlers({ review, leaveReview, runs, serverStatus }: Services): Pick<Handlers, Names> {
  const now = (): Operation => ({ review: review.isOn(), runs: runs.countGoing() });
  return {
    getOperation: now,
    getServerStatus: serverStatus,
    leaveReview() {
      leaveReview();
      return now();
    },
  };
}
