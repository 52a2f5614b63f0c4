import { z } from "zod";
import { Text } from "../language/text.ts";
import { AttributeValue, Scope } from "../events/facts.ts";

/** One call to a connected service, as data. `path` is below the service's base address. */
export const RequestEffect = z.object({
  type: z.literal("request"),
  connection: z.literal("intercom"),
  method: z.enum(["GET", "POST", "PUT", "DELETE"]),
  path: z.string(),
  body: z.json().optional(),
});
export type RequestEffect = z.infer<typeof RequestEffect>;

/** Whether it changes nothing: searches are sent with POST. */
export const isRead = ({ method, path }: RequestEffect): boolean => method === "GET" || path.endsWith("/search");

/** Read what Intercom knows now. For `company`, `id` is the company's, or the contact's whose first company is meant. */
export const ReadEffect = z.object({
  type: z.literal("read"),
  scope: Scope,
  by: Scope,
  id: z.string(),
});
export type ReadEffect = z.infer<typeof ReadEffect>;

/** Sleep until an instant (epoch milliseconds); survives restarts. */
export const DelayEffect = z.object({ type: z.literal("delay"), until: z.number() });
export type DelayEffect = z.infer<typeof DelayEffect>;

/** Sleep until one of these things happens to what the run is about, or until an instant (epoch milliseconds). */
export const WaitEffect = z.object({
  type: z.literal("wait"),
  topics: z.array(z.string()),
  until: z.number().nullable(),
});
export type WaitEffect = z.infer<typeof WaitEffect>;

/** Run another workflow for the same thing; answered with what it answers, by name. */
export const CallEffect = z.object({
  type: z.literal("call"),
  workflow: z.string(),
  inputs: z.record(z.string(), AttributeValue),
});
export type CallEffect = z.infer<typeof CallEffect>;

/**
 * Whose turn it is in a list that is kept by name: who has had the fewest turns for their weight. Answered with a `Turn`, counted
 * as taken in the same commit. Instants are epoch milliseconds.
 */
export const TurnEffect = z.object({
  type: z.literal("turn"),
  list: z.string(),
  members: z.array(
    z.object({
      id: z.string(),
      weight: z.number().int().min(1).max(100),
      /** How many more they may have; null for any number. */
      room: z.number().int().nullable().default(null),
    }),
  ),
  /** When the room was counted: turns taken since then are taken off it. */
  countedAt: z.number().nullable().default(null),
  /** Since when it has waited for a turn, by which those who wait are served, and how long it may; null where it does not wait. */
  waits: z.object({ since: z.number(), until: z.number() }).nullable().default(null),
});
export type TurnEffect = z.infer<typeof TurnEffect>;

/** Whose turn it is; nobody's where nobody has room, and then until when it may be asked again. */
export const Turn = z.object({ id: z.string().nullable(), until: z.number().nullable() });
export type Turn = z.infer<typeof Turn>;
/**
 * Something to do with the rows of a table of ours, which `where` names: those whose column holds what these words mean there.
 * `find` and `write` mean the first of them, `write` without one adds a row; `remove` means all. Tables and columns by id.
 * Answered with `{ found, cells }`, `{ added }` and `{ removed }`.
 */
export const RowEffect = z.object({
  type: z.literal("row"),
  do: z.enum(["find", "write", "remove"]),
  table: z.string(),
  where: z.object({ column: z.string(), is: z.string() }).nullable(),
  /** What to write, as words: the column's type says what they mean. Empty words empty the cell. */
  cells: z.array(z.object({ column: z.string(), words: z.string() })),
});
export type RowEffect = z.infer<typeof RowEffect>;

/** A counter, kept by name and for whom: what is added to it, or null to set it back. Answered with what it then stands at. */
export const CountEffect = z.object({
  type: z.literal("count"),
  name: z.string(),
  /** "" for everybody. */
  whose: z.string(),
  add: z.number().int().nullable(),
  /** The day or month it counts in, as 2026-07-25 or 2026-07: in a later one it starts again. "" for one that never does. */
  period: z.string(),
});
export type CountEffect = z.infer<typeof CountEffect>;

/** What is done in our own database, in the very commit that keeps the outcome: nothing can come between. */
export const OwnEffect = z.discriminatedUnion("type", [TurnEffect, RowEffect, CountEffect]);
export type OwnEffect = z.infer<typeof OwnEffect>;
const own: ReadonlySet<string> = new Set(OwnEffect.options.map(({ shape }) => shape.type.value));
export const isOwn = <E extends { type: string }>(effect: E): effect is E & OwnEffect => own.has(effect.type);

/** Everything a workflow can ask of the world. Plain data: the server performs it, nothing else does. */
export const Effect = z.discriminatedUnion("type", [
  RequestEffect,
  ReadEffect,
  DelayEffect,
  WaitEffect,
  CallEffect,
  ...OwnEffect.options,
]);
export type Effect = z.infer<typeof Effect>;

/** Why an effect failed: what happened, what to do, and the service's own words where it gave any. */
export const Failure = z.object({
  what: Text,
  todo: Text,
  status: z.number().optional(),
  detail: z.string().optional(),
  /** It ends the run, whatever the step says of failures. */
  ends: z.boolean().optional(),
});
export type Failure = z.infer<typeof Failure>;

/** How an effect ended. Instants are epoch milliseconds; `answer` is the service's answer as JSON. */
export const Outcome = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), at: z.number(), answer: z.json() }),
  z.object({ ok: z.literal(false), at: z.number(), error: Failure }),
]);
export type Outcome = z.infer<typeof Outcome>;
