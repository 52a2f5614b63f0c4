import { z } from "zod";
import { Text } from "../language/text.ts";
import { Left } from "../why/leftAt.ts";
import { WorkflowDocument } from "../workflow/document.ts";
import { Once } from "../workflow/once.ts";
import { Doubt } from "./backtests.ts";
import { Problem } from "./problem.ts";
import { route } from "./route.ts";
import { RunStatus } from "./runs.ts";

const instant = z.iso.datetime();
const trigger = z.string();

/** Why a workflow did or did not start for one conversation: the first thing that decided it. */
export const WhyReason = z.discriminatedUnion("kind", [
  /** It ran; the newest run first, at most ten. `left` and `failure` are of the newest. */
  z.object({
    kind: z.literal("ran"),
    runs: z.array(z.object({ id: z.string(), startedAt: instant, status: RunStatus })),
    left: Left.nullable(),
    failure: Text.nullable(),
  }),
  /** Only worked out: what it would have done, as it is drawn now. */
  z.object({
    kind: z.literal("wouldRun"),
    runs: z.number().int(),
    status: z.enum(["done", "failed", "unfinished"]),
    doubts: z.array(Doubt),
    left: Left.nullable(),
  }),
  /** All let it in, and yet no run was started: too much was, at that moment. */
  z.object({ kind: z.literal("heldBack"), at: instant }),
  /** Its trigger lets in only the first time, and this was none. */
  z.object({ kind: z.literal("notFirst"), at: instant, trigger, once: Once }),
  /** A trigger heard of it and did not let it in. */
  z.object({ kind: z.literal("refused"), at: instant, trigger, why: Text }),
  /** Our own action caused it, or it was set aside since it had stopped the server. */
  z.object({ kind: z.literal("own"), at: instant }),
  z.object({ kind: z.literal("setAside"), at: instant }),
  /** It was off then, and is on since; or was published only later. */
  z.object({ kind: z.literal("later"), at: instant, since: instant }),
  /** It is off now. `letsIn`: its newest version would have started. `pause` where Switchboard itself turned it off. */
  /** It starts for a share of the conversations, and this one is not of it. */
  z.object({ kind: z.literal("outOfShare"), at: instant, percent: z.number().int() }),
  /** It is in Shadow: it decides and does nothing. */
  z.object({ kind: z.literal("shadow") }),
  z.object({ kind: z.literal("off"), letsIn: z.boolean(), pause: z.object({ since: instant, why: Text }).nullable() }),
  /** Something came that its triggers listen to, but what it was is not kept any more. */
  z.object({ kind: z.literal("removed") }),
  /** Nothing came that its triggers listen to. */
  z.object({ kind: z.literal("unheard") }),
  /** No event of a conversation starts it: the clock does, a person, or something else. */
  z.object({ kind: z.literal("elsewhere") }),
  z.object({ kind: z.literal("unpublished") }),
]);
export type WhyReason = z.infer<typeof WhyReason>;

/**
 * What was gone by: events that came, the archive, or the conversation as Intercom shows it now. `none`: nothing is known of it here,
 * and it may be read from Intercom.
 */
export const WhySource = z.enum(["events", "archive", "intercom", "none"]);
export type WhySource = z.infer<typeof WhySource>;

export const WhyAnswer = z.object({
  conversation: z.object({
    id: z.string(),
    /** Who wrote and the first words; "" where nothing is known. */
    title: z.string(),
    startedAt: instant.nullable(),
  }),
  source: WhySource,
  /** Those that ran first, then those that were nearest to it. Without a source only those that ran. */
  workflows: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** The version that was gone by; null for a draft. */
      version: z.number().int().nullable(),
      document: WorkflowDocument,
      reason: WhyReason,
    }),
  ),
});
export type WhyAnswer = z.infer<typeof WhyAnswer>;

export const whyRoutes = {
  why: route({
    method: "get",
    path: "/api/why",
    access: "member",
    summary: "Why each workflow did or did not start for a conversation, with the first thing that decided it",
    query: z.object({
      /** Its number, or an address that holds it. */
      conversation: z.string().min(1).max(2_000),
      /** Read it from the connected workspace where nothing is known of it here. */
      read: z.enum(["yes", "no"]).default("no"),
    }),
    answer: WhyAnswer,
    refusals: { 422: Problem },
  }),
};
