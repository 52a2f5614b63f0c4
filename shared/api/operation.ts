import { z } from "zod";
import { route } from "./route.ts";

export const Operation = z.object({
  /** A backup was put back: events are taken in, and nothing is sent until a person says so. */
  review: z.boolean(),
  /** How many runs are under way or wait. */
  runs: z.number().int(),
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
};
