import type { Operation } from "#shared/api/operation.ts";
import type { Handlers } from "../mount.ts";
import type { Services } from "./services.ts";

type Names = "getOperation" | "leaveReview";

export function operationHandlers({ review, leaveReview, runs }: Services): Pick<Handlers, Names> {
  const now = (): Operation => ({ review: review.isOn(), runs: runs.countGoing() });
  return {
    getOperation: now,
    leaveReview() {
      leaveReview();
      return now();
    },
  };
}
