import { z } from "zod";
import { Effect, Failure, Outcome } from "../nodes/effect.ts";
import { Evidence } from "../conditions/evidence.ts";
import { Text } from "../language/text.ts";

/** One line of a run's log: an effect, when it was intended, and how it ended (`null`: not known yet). */
export const LogEntry = z.object({
  seq: z.number().int(),
  node: z.string(),
  effect: Effect,
  intendedAt: z.number(),
  outcome: Outcome.nullable(),
  /** Its place among the outcomes of the run, in the order in which they came; null while there is none. */
  settled: z.number().int().nullable(),
  /** What is not known of it: `parked` while a person has to say whether it happened, `happened` once one has said so. */
  doubt: z.enum(["parked", "happened"]).nullable(),
});
export type LogEntry = z.infer<typeof LogEntry>;

/** One step a run took, as its trace shows it. Derived from the log: never stored. Instants are epoch milliseconds. */
export const Step = z.object({
  node: z.string(),
  status: z.enum(["done", "skipped", "failed", "waiting", "running", "parked"]),
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  /** The exit taken. */
  outlet: z.string().nullable(),
  /** For a condition: what its rules saw. */
  because: z.array(Evidence),
  /** For an action: what later steps may refer to. */
  reply: z.record(z.string(), z.json()).nullable(),
  failure: Failure.nullable(),
  /** For a step that was skipped: why, in words. */
  skipped: Text.nullable(),
  /** Inside a loop: the round, counted from 1. */
  round: z.number().int().nullable(),
  /** The log lines behind it: reads and requests with their answers. */
  log: z.array(LogEntry),
});
export type Step = z.infer<typeof Step>;
