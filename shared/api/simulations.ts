import { z } from "zod";
import { Text } from "../language/text.ts";
import { WorkflowDocument } from "../workflow/document.ts";
import { Doubt, Slice, wholeArchive } from "./backtests.ts";
import { Problem } from "./problem.ts";
import { route } from "./route.ts";

/** What of an action can be compared with what teammates did. */
export const Aspect = z.enum(["team", "teammate", "tags", "closed"]);
export type Aspect = z.infer<typeof Aspect>;

/**
 * What teammates did about the same thing after the workflow would have: the same; otherwise; nobody did anything about it; or it cannot be
 * known, since the run itself is in doubt or the talk might have gone on in another way.
 */
export const Verdict = z.enum(["same", "otherwise", "nobody", "unknown"]);
export type Verdict = z.infer<typeof Verdict>;

/**
 * How far a conversation's outcome can be foretold. `confirmed`: teammates did the same in all that can be compared; `likely`: what would have
 * been done is certain, and nothing speaks for or against it; `otherwise`: teammates did something else in at least one; `unknown`: it cannot be known.
 */
export const Band = z.enum(["confirmed", "likely", "otherwise", "unknown"]);
export type Band = z.infer<typeof Band>;

/**
 * `confirmed`: it replied or closed, and in the past a teammate closed it too before the customer wrote again. `assumed`: those,
 * all it closed, and whoever it replied to and that did not write again. Silence proves nothing, so both are always told beside each other.
 */
export const Resolved = z.enum(["confirmed", "assumed"]);
export type Resolved = z.infer<typeof Resolved>;

/** A team's, teammate's or tag's id, or one of these words. */
export const choices = {
  /** Nobody did anything about it. */
  nobody: "-nobody",
  /** Assigned to nobody. */
  none: "-none",
  /** Those that are too rare to have a line of their own. */
  others: "-others",
  closed: "-closed",
  /** They wrote on instead of closing. */
  wentOn: "-went-on",
  unknown: "-unknown",
} as const;

const node = z.string().max(64);
const choice = z.string().max(120);
const count = z.number().int();

/** Which of the conversations of a kept simulation are meant. */
export const SimulationWhere = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("all") }),
  z.object({ kind: z.literal("entered") }),
  /** Something would have been done. */
  z.object({ kind: z.literal("acted") }),
  /** Not let in for this reason, by its English words; null where nothing happened that a trigger listens to. */
  z.object({ kind: z.literal("notEntered"), why: z.string().max(500).nullable().optional() }),
  z.object({ kind: z.literal("node"), node }),
  z.object({ kind: z.literal("exit"), node, outlet: z.string().max(64) }),
  /** A kind of step did something. */
  z.object({ kind: z.literal("act"), type: z.string().max(100) }),
  z.object({ kind: z.literal("verdict"), node, aspect: Aspect, verdict: Verdict }),
  /** What the workflow would choose and what teammates chose. */
  z.object({ kind: z.literal("choice"), aspect: Aspect, row: choice, column: choice.optional() }),
  z.object({ kind: z.literal("band"), band: Band }),
  z.object({ kind: z.literal("doubt"), doubt: Doubt }),
  z.object({ kind: z.literal("failed") }),
  /** What became of the first answer: teammates were later, nobody ever answered, or it cannot be known. */
  z.object({ kind: z.literal("firstReply"), how: z.enum(["saved", "never", "unknown"]) }),
  z.object({ kind: z.literal("resolved"), resolved: Resolved }),
  z.object({ kind: z.literal("hour"), team: choice.nullable(), hour: z.number().int().min(0).max(167).optional() }),
  z.object({ kind: z.literal("peak") }),
  /** What could be compared in the part that was learned on, or in the part that was checked. */
  z.object({ kind: z.literal("part"), part: z.enum(["first", "last"]), same: z.boolean() }),
]);
export type SimulationWhere = z.infer<typeof SimulationWhere>;

/** A figure a month: what the archive's weeks make on average, and where 95 of 100 months lie; null where there are too few weeks to tell. */
export const Monthly = z.object({
  perMonth: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
export type Monthly = z.infer<typeof Monthly>;

const Matrix = z.object({
  aspect: Aspect,
  /** What the workflow would choose: in how many conversations, in how many of them teammates did, after how long on average. */
  rows: z.array(z.object({ key: choice, count, same: count, afterMs: z.number().nullable() })),
  /** What teammates chose. */
  columns: z.array(choice),
  /** Those that are not 0. */
  cells: z.array(z.object({ row: choice, column: choice, count })),
});
export type Matrix = z.infer<typeof Matrix>;

const Compared = z.object({ known: count, same: count });

/** Counts are of conversations, each counted once however often something happened in it. */
export const Report = z.object({
  total: count,
  /** When the first and the last of them began. */
  from: z.iso.datetime().nullable(),
  to: z.iso.datetime().nullable(),
  entered: count,
  notEntered: z.array(z.object({ why: Text.nullable(), count })),
  doubts: z.array(z.object({ doubt: Doubt, count })),
  failed: count,
  nodes: z.array(z.object({ node, count })),
  exits: z.array(z.object({ node, outlet: z.string(), count })),
  /** What it would have done, by kind of step: in how many conversations, and how often in all. */
  acts: z.array(z.object({ type: z.string(), count, times: count })),
  agreement: z.array(z.object({ node, aspect: Aspect, same: count, otherwise: count, nobody: count, unknown: count })),
  matrices: z.array(Matrix),
  /** Names of those that appear, as the archive knows them. */
  names: z.array(z.object({ list: z.enum(["teammates", "tags"]), id: z.string(), name: z.string() })),
  firstReply: z.object({
    saved: count,
    medianMs: z.number().nullable(),
    meanMs: z.number().nullable(),
    never: count,
    unknown: count,
  }),
  forecast: z.object({
    /** Whole weeks of the archive that hold any conversation. */
    weeks: count,
    bands: z.array(z.object({ band: Band, count, monthly: Monthly })),
  }),
  /** Learned on the first 70 of 100 conversations by date, checked on the rest; null where either part has nothing to compare. */
  outOfTime: z
    .object({
      splitAt: z.iso.datetime(),
      first: Compared,
      last: Compared,
      /** Where the first part lets the share of agreement in the last be expected: 0 to 1. */
      low: z.number(),
      high: z.number(),
      holds: z.boolean(),
      /** How many conversations a month it acts in: as foretold from the first part, and as it was in the last. */
      month: z.object({ foretold: Monthly, last: z.number().nullable(), holds: z.boolean().nullable() }),
    })
    .nullable(),
  resolved: z.array(z.object({ resolved: Resolved, count, monthly: Monthly })),
  /** By hour of the week, Monday 0:00 first: what it would give to each team; null for all it acts in. */
  load: z.array(z.object({ team: choice.nullable(), count, hours: z.array(count).length(168) })),
  timeZone: z.string(),
  calls: z.object({ total: count, peak: count, peakAt: z.iso.datetime().nullable(), perMinute: count }),
});
export type Report = z.infer<typeof Report>;

/** One simulation as it was kept: it never changes. */
export const Simulation = z.object({
  id: z.string(),
  /** The version that was gone through; null for the draft as it was then. */
  version: z.number().int().nullable(),
  slice: Slice,
  madeAt: z.iso.datetime(),
  madeBy: z.string(),
  report: Report,
});
export type Simulation = z.infer<typeof Simulation>;

/** One conversation of a kept simulation, with what would have been done. */
export const SimulationCase = z.object({
  id: z.string(),
  createdAt: z.iso.datetime(),
  /** Null where the archive no longer has it. */
  shown: z.object({ contactName: z.string(), title: z.string(), excerpt: z.string() }).nullable(),
  entered: z.boolean(),
  why: Text.nullable(),
  exits: z.array(z.object({ node, outlet: z.string() })),
  acts: z.array(z.object({ node, type: z.string() })),
  verdicts: z.array(z.object({ node, aspect: Aspect, verdict: Verdict, row: choice, column: choice })),
  band: Band.nullable(),
  doubts: z.array(Doubt),
  failed: z.boolean(),
  savedMs: z.number().nullable(),
  resolved: Resolved.nullable(),
});
export type SimulationCase = z.infer<typeof SimulationCase>;

const params = z.object({ id: z.string().max(64) });
const one = z.object({ id: z.string().max(64), simulation: z.string().max(64) });

export const simulationRoutes = {
  listSimulations: route({
    method: "get",
    path: "/api/workflows/:id/simulations",
    access: "member",
    summary: "The simulations of a workflow that were kept, newest first; and how far one is that is being made",
    params,
    answer: z.object({
      workflow: z.object({ id: z.string(), name: z.string() }),
      simulations: z.array(Simulation),
      /** From 0 to 1; null while none is being made. */
      making: z.number().nullable(),
    }),
  }),
  makeSimulation: route({
    method: "post",
    path: "/api/workflows/:id/simulations",
    access: "member",
    summary: "Go through the saved draft, or a version, with past conversations, and keep the report; nothing is sent",
    params,
    body: z.object({
      version: z.number().int().positive().nullable().default(null),
      slice: Slice.default(wholeArchive),
      /** IANA name: in which hours of the week are told. */
      timeZone: z.string().max(64).default("UTC"),
    }),
    answer: Simulation,
    refusals: { 422: Problem },
  }),
  getSimulation: route({
    method: "get",
    path: "/api/workflows/:id/simulations/:simulation",
    access: "member",
    summary: "One kept simulation with its drawing and its report",
    params: one,
    answer: Simulation.extend({
      workflow: z.object({ id: z.string(), name: z.string() }),
      document: WorkflowDocument,
    }),
  }),
  listSimulationCases: route({
    method: "post",
    path: "/api/workflows/:id/simulations/:simulation/cases",
    access: "member",
    summary: "The past conversations behind a figure of a kept simulation, newest first",
    params: one,
    body: z.object({
      where: SimulationWhere,
      skip: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(5_000).default(50),
    }),
    answer: z.object({ total: z.number().int(), cases: z.array(SimulationCase) }),
  }),
  deleteSimulation: route({
    method: "delete",
    path: "/api/workflows/:id/simulations/:simulation",
    access: "member",
    summary: "Delete a kept simulation",
    params: one,
    answer: z.object({ ok: z.literal(true) }),
  }),
};
