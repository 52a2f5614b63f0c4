import { z } from "zod";

/**
 * How whoever calls a step of ours proves itself: it signs the body with the step's secret, sends the secret along, or knows the
 * address, which nobody can guess.
 */
export const Proof = z.enum(["secret", "signature", "address"]);
export type Proof = z.infer<typeof Proof>;

/** Where a value stands in what was sent: names, and places in lists (from 0). */
export const HookPath = z
  .array(z.union([z.string().max(120), z.number().int().min(0).max(20_000)]))
  .min(1)
  .max(12);
export type HookPath = z.infer<typeof HookPath>;

export const hookTypes = ["text", "number", "date", "boolean", "list"] as const;
export type HookType = (typeof hookTypes)[number];

/** One value of what another tool sends. Later steps refer to it by `id`, so that it can be renamed. */
export const HookField = z.object({
  id: z
    .string()
    .regex(/^[a-z0-9]{1,32}$/)
    .refine((id) => !(id in {}), "reserved name"),
  /** May be empty while it is being written; `rowFaults` says so. */
  name: z.string().max(60),
  path: HookPath,
  type: z.enum(hookTypes),
});
export type HookField = z.infer<typeof HookField>;

export const mostHookFields = 50;
