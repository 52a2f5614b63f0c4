import type { Operation } from "#shared/api/operation.ts";
import type { Handlers } from "../mount.ts";
import type { Services } from "./services.ts";

type Names = "getOperation" | "leaveReview" | "stopEverything" | "carryOn" | "askIntercom" | "getServerStatus";

const iso = (at: number): string => new Date(at).toISOString();

export function operationHandlers(services: Services): Pick<Handlers, Names> {
  const { review, leaveReview, standstill, gates, connections, runs, serverStatus } = services;
  function now(): Operation {
    const stopped = standstill.state();
    const { health } = gates.figures(connections.current().service);
    return {
      review: review.isOn(),
      runs: runs.countGoing(),
      heldUp: runs.countHeldUp(services.now()),
      stopped: stopped && { at: iso(stopped.at), by: stopped.by },
      held: health.kind === "answers" ? null : { why: health.kind, since: iso(health.since) },
    };
  }
  return {
    getOperation: now,
    getServerStatus: serverStatus,
    leaveReview() {
      leaveReview();
      return now();
    },
    stopEverything(_, { person }) {
      standstill.stop(person?.name ?? "");
      return now();
    },
    carryOn() {
      standstill.carryOn();
      return now();
    },
    async askIntercom() {
      await gates.ask(connections.current().service);
      return now();
    },
  };
}
