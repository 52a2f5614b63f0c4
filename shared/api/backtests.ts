import { z } from "zod";
import { Evidence } from "../conditions/evidence.ts";
import { Step } from "../engine/step.ts";
import { Text } from "../language/text.ts";
import { WorkflowDocument } from "../workflow/document.ts";
import { Problem } from "./problem.ts";
import { route } from "./route.ts";

/** Past conversations by when they began; an open end is null. */
export const Slice = z.object({ from: z.iso.datetime().nullable(), to: z.iso.datetime().nullable() });
export type Slice = z.infer<typeof Slice>;

export const wholeArchive: Slice = { from: null, to: null };

/**
 * Why something is not known of what would have been: a condition decided by today's value, the answer of a service was assumed, the talk
 * might have gone on in another way after a step of ours, or the run still waited where what is known ends.
 */
export const Doubt = z.enum(["todays", "assumed", "altered", "unfinished"]);
export type Doubt = z.infer<typeof Doubt>;

const node = z.string().max(64);

/** Which of the conversations of a simulation are meant. */
export const Where = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("entered") }),
  z.object({ kind: z.literal("notEntered") }),
  /** Reached a step. */
  z.object({ kind: z.literal("node"), node }),
  /** Left a step by an exit. */
  z.object({ kind: z.literal("exit"), node, outlet: z.string().max(64) }),
  /** Reached a step while a value it uses was not there. */
  z.object({ kind: z.literal("missing"), node, ref: z.string().max(300) }),
  z.object({ kind: z.literal("doubt"), doubt: Doubt }),
]);
export type Where = z.infer<typeof Where>;

/** Numbers of conversations, each counted once however often it passed. Steps and exits that none reached are left out. */
export const BacktestCounts = z.object({
  /** How many were gone through. */
  total: z.number().int(),
  /** When the first and the last of them began; null where there are none. */
  from: z.iso.datetime().nullable(),
  to: z.iso.datetime().nullable(),
  entered: z.number().int(),
  nodes: z.array(z.object({ node, count: z.number().int() })),
  exits: z.array(z.object({ node, outlet: z.string(), count: z.number().int() })),
  missing: z.array(z.object({ node, ref: z.string(), count: z.number().int() })),
  doubts: z.array(z.object({ doubt: Doubt, count: z.number().int() })),
  /** Of those that entered, how many have any doubt. */
  doubtful: z.number().int(),
  failed: z.number().int(),
  /** Why those that did not enter did not; null where nothing happened in them that its triggers listen to. */
  notEntered: z.array(z.object({ why: Text.nullable(), count: z.number().int() })),
  /** How many were gone through anew; the rest is as it was before the edit. */
  decided: z.number().int(),
  tookMs: z.number(),
});
export type BacktestCounts = z.infer<typeof BacktestCounts>;

/** One past conversation in a list. */
export const BacktestCase = z.object({
  id: z.string(),
  contactName: z.string(),
  title: z.string(),
  excerpt: z.string(),
  createdAt: z.iso.datetime(),
  doubts: z.array(Doubt),
  /** What the rules of the step that was asked for saw. */
  because: z.array(Evidence),
  /** Why it did not enter. */
  why: Text.nullable(),
});
export type BacktestCase = z.infer<typeof BacktestCase>;

/** One run that would have been, as a live run's page shows it; its instants are those of the past. */
export const BacktestRun = z.object({
  trigger: node,
  startedAt: z.iso.datetime(),
  status: z.enum(["done", "failed", "unfinished"]),
  doubts: z.array(Doubt),
  steps: z.array(Step),
});
export type BacktestRun = z.infer<typeof BacktestRun>;

const params = z.object({ id: z.string().max(64) });
const drawing = { document: WorkflowDocument, slice: Slice.default(wholeArchive) };

export const backtestRoutes = {
  countBacktest: route({
    method: "post",
    path: "/api/workflows/:id/backtest/counts",
    access: "member",
    summary:
      "How many past conversations would go which way through a drawing, which need not be saved; nothing is sent",
    params,
    body: z.object(drawing),
    answer: BacktestCounts,
    refusals: { 422: Problem },
  }),
  listBacktestCases: route({
    method: "post",
    path: "/api/workflows/:id/backtest/cases",
    access: "member",
    summary: "The past conversations behind a number of a simulation, newest first",
    params,
    body: z.object({
      ...drawing,
      where: Where,
      /** How many to leave out: those that were listed already. */
      skip: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(100).default(50),
    }),
    answer: z.object({ total: z.number().int(), cases: z.array(BacktestCase) }),
    refusals: { 422: Problem },
  }),
  replayCase: route({
    method: "post",
    path: "/api/workflows/:id/backtest/case",
    access: "member",
    summary: "What a drawing would have done in one past conversation, step by step",
    params,
    body: z.object({ document: WorkflowDocument, conversation: z.string().max(64) }),
    answer: z.object({ case: BacktestCase, runs: z.array(BacktestRun) }),
    refusals: { 422: Problem },
  }),
};
