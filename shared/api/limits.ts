import { z } from "zod";
import { route } from "./route.ts";

/** What Switchboard does by itself at most before it stops and says so. */
export const Limits = z.object({
  /** Automatic actions in one conversation (or whatever else runs are about) within ten minutes. */
  actions: z.number().int().min(1).max(1000),
  /** Runs of one workflow within ten minutes that are never taken for a flood. */
  runs: z.number().int().min(1).max(1_000_000),
});
export type Limits = z.infer<typeof Limits>;

export const limitRoutes = {
  getLimits: route({
    method: "get",
    path: "/api/limits",
    access: "member",
    summary: "What is done automatically at most within ten minutes",
    answer: Limits,
  }),
  setLimits: route({
    method: "put",
    path: "/api/limits",
    access: "member",
    summary: "Change what is done automatically at most within ten minutes",
    body: Limits,
    answer: Limits,
  }),
};
