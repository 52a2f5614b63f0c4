import { z } from "zod";
import { Text } from "../language/text.ts";
import { Fault } from "../workflow/fault.ts";

/** Every error our API answers: what happened and what to do, in both languages. `code` is stable. */
export const Problem = z.object({
  code: z.enum([
    "invalid",
    "too-large",
    "not-signed-in",
    "forbidden",
    "wrong-password",
    "wrong-setup-token",
    "already-set-up",
    "not-found",
    "stale",
    "faults",
    "connection",
    "too-many-requests",
    "unavailable",
    "internal",
  ]),
  what: Text,
  todo: Text,
  /** For `invalid`: the place in the request, e.g. `body.name`. */
  where: z.string().optional(),
  /** For `faults`: what keeps the workflow from being published. */
  faults: z.array(Fault).optional(),
});
export type Problem = z.infer<typeof Problem>;
