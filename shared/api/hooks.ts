import { z } from "zod";
import { Sample } from "../hooks/sample.ts";
import { route } from "./route.ts";

/** The address of a step that other tools call. Its secret is told only when it is asked for. */
export const Hook = z.object({
  url: z.string(),
  /** False while the address is only reachable from this machine. */
  reachable: z.boolean(),
  /** What was sent last; null before the first call. */
  lastCall: z.object({ at: z.iso.datetime(), sample: Sample }).nullable(),
  /** The last call since then that was not taken, and why. */
  lastRefused: z.object({ at: z.iso.datetime(), why: z.enum(["unproved", "wrong", "unreadable"]) }).nullable(),
});
export type Hook = z.infer<typeof Hook>;

const params = z.object({ id: z.string().max(64), node: z.string().max(64) });
const secret = z.object({ secret: z.string() });

export const hookRoutes = {
  getHook: route({
    method: "get",
    path: "/api/workflows/:id/hooks/:node",
    access: "member",
    summary:
      "The address of a step that other tools call, made when it is first asked for, and what was sent to it last",
    params,
    answer: Hook,
  }),
  renewHookAddress: route({
    method: "post",
    path: "/api/workflows/:id/hooks/:node/address",
    access: "member",
    summary: "Give the step another address; the old one stops working at once",
    params,
    answer: Hook,
  }),
  getHookSecret: route({
    method: "get",
    path: "/api/workflows/:id/hooks/:node/secret",
    access: "member",
    summary: "The secret by which whoever calls proves itself",
    params,
    answer: secret,
  }),
  changeHookSecret: route({
    method: "post",
    path: "/api/workflows/:id/hooks/:node/secret",
    access: "member",
    summary: "Take the secret that the other tool has made, or make a new one; the old one stops working at once",
    params,
    body: z.object({ secret: z.string().trim().min(8).max(500).nullable() }),
    answer: secret,
  }),
};
