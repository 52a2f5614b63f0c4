import { z } from "zod";
import { Step } from "../engine/step.ts";
import { Event, Subject } from "../events/event.ts";
import { WorkflowDocument } from "../workflow/document.ts";
import { route } from "./route.ts";

/**
 * What teammates did, next to what a workflow in Shadow would have done: the same; otherwise; nothing of the kind; or it cannot be
 * compared, since what was done leaves nothing to compare it by.
 */
export const Verdict = z.enum(["same", "otherwise", "nothing", "incomparable"]);
export type Verdict = z.infer<typeof Verdict>;

/** Why something about a decision is not known. */
export const Doubt = z.enum(["todays", "assumed", "altered", "unfinished"]);

/** One thing an action would have changed, and what teammates made of it. */
export const Compared = z.object({
  of: z.enum(["team", "teammate", "state", "priority", "tag"]),
  /** An id, or a state; null for nobody. */
  wanted: z.string().nullable(),
  verdict: Verdict,
  /** What teammates did: ids, or a state; empty where they did nothing of the kind, [null] where they took it from everybody. */
  did: z.array(z.string().nullable()),
  /** Who did it, and when. */
  by: z.string().nullable(),
  at: z.iso.datetime().nullable(),
});
export type Compared = z.infer<typeof Compared>;

/** One thing a workflow in Shadow would have done. */
export const ShadowAct = z.object({
  node: z.string(),
  /** What of it can be compared; null before it is, empty for what leaves nothing to compare: a reply, a note. */
  compared: z.array(Compared).nullable(),
});
export type ShadowAct = z.infer<typeof ShadowAct>;

/** What was decided on one event. Instants are UTC ISO strings. */
export const ShadowDecision = z.object({
  id: z.string(),
  version: z.number(),
  subject: Subject.nullable(),
  title: z.string(),
  at: z.iso.datetime(),
  /** `waits`: it would still be waiting, as far as is known; null while it is being decided. */
  outcome: z.enum(["done", "failed", "waits"]).nullable(),
  acts: z.array(ShadowAct),
  doubts: z.array(Doubt),
  comparedAt: z.iso.datetime().nullable(),
  /** Over all it would have done; null while it is not known, or where it would have done nothing. */
  verdict: Verdict.nullable(),
});
export type ShadowDecision = z.infer<typeof ShadowDecision>;

/** How what it decided compares, each conversation counted once, by the least flattering of its decisions. */
export const ShadowSummary = z.object({
  /** In how many it would have done something; the five that follow add up to it. */
  acted: z.number(),
  same: z.number(),
  otherwise: z.number(),
  nothing: z.number(),
  incomparable: z.number(),
  unknown: z.number(),
  /** In how many it would have done nothing. */
  idle: z.number(),
  /** Whether everything counted is a conversation. */
  conversations: z.boolean(),
});
export type ShadowSummary = z.infer<typeof ShadowSummary>;

/** A part of the summary, whose decisions are to be listed. */
export const ShadowPart = z.enum(["acted", "same", "otherwise", "nothing", "incomparable", "unknown", "idle"]);
export type ShadowPart = z.infer<typeof ShadowPart>;

const id = z.string().max(64);

export const shadowRoutes = {
  listShadow: route({
    method: "get",
    path: "/api/workflows/:id/shadow",
    access: "member",
    summary:
      "What a workflow in Shadow decided in the last seven days, newest first; `before` is the last id of the page before",
    params: z.object({ id }),
    query: z.object({
      part: ShadowPart.optional(),
      before: z.string().max(300).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.object({
      summary: ShadowSummary,
      decisions: z.array(ShadowDecision),
      more: z.boolean(),
      /** The drawings of the versions that decided. */
      versions: z.array(z.object({ number: z.number(), document: WorkflowDocument })),
    }),
  }),
  getShadow: route({
    method: "get",
    path: "/api/shadow/:decision",
    access: "member",
    summary: "One decision with its trace on the version that decided; nothing of it was sent",
    params: z.object({ decision: z.string().max(300) }),
    answer: ShadowDecision.extend({
      workflow: z.object({ id: z.string(), name: z.string() }),
      document: WorkflowDocument,
      /** Null once its details were removed. */
      event: Event.nullable(),
      steps: z.array(Step),
    }),
  }),
  compareShadow: route({
    method: "post",
    path: "/api/workflows/:id/shadow/compare",
    access: "member",
    summary: "Compare now what is not finally known, instead of once a day has passed or the conversation is closed",
    params: z.object({ id }),
    answer: z.object({ comparing: z.number().int() }),
  }),
};
