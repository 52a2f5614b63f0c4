import { z } from "zod";
import { route } from "./route.ts";

export const Operation = z.object({
  /** A backup was put back: events are taken in, and nothing is sent until a person says so. */
  review: z.boolean(),
  /** How many runs are under way or wait. */
  runs: z.number().int(),
  /** How many of them would go on now if they could. */
  heldUp: z.number().int(),
  /** A person has stopped everything: events are taken in, and no run goes on. */
  stopped: z.object({ at: z.iso.datetime(), by: z.string() }).nullable(),
  /** Why nothing is sent to Intercom: it does not answer, or does not accept the token. Null while it does. */
  held: z.object({ why: z.enum(["away", "refused"]), since: z.iso.datetime() }).nullable(),
});
export type Operation = z.infer<typeof Operation>;

export const operationRoutes = {
  getOperation: route({
    method: "get",
    path: "/api/operation",
    access: "member",
    summary: "Whether the server sends anything",
    answer: Operation,
  }),
  leaveReview: route({
    method: "post",
    path: "/api/operation/leave-review",
    access: "member",
    summary: "After a backup was put back: let effects go out again",
    answer: Operation,
  }),
  stopEverything: route({
    method: "post",
    path: "/api/operation/stop",
    access: "member",
    summary: "Stop everything: events are kept, no run goes on and nothing is sent until it is told to carry on",
    answer: Operation,
  }),
  carryOn: route({
    method: "post",
    path: "/api/operation/carry-on",
    access: "member",
    summary: "Let runs go on after everything was stopped",
    answer: Operation,
  }),
  askIntercom: route({
    method: "post",
    path: "/api/operation/ask-intercom",
    access: "member",
    summary: "Ask at once whether Intercom answers and accepts the token; where it does, runs that waited go on",
    answer: Operation,
  }),
};
