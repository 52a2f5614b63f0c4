import { z } from "zod";
import { Problem } from "./problem.ts";
import { route } from "./route.ts";

/** How reviewers find what the draft would have done, beside what the published version would have. */
export const Vote = z.enum(["better", "worse", "same"]);
export type Vote = z.infer<typeof Vote>;

/** One thing done in a conversation, as a drawing's step says it: enough to put it in words. */
export const DoneStep = z.object({ type: z.string(), config: z.record(z.string(), z.json()) });
export type DoneStep = z.infer<typeof DoneStep>;

/** All that would have been done in a conversation, in order; `entered` false where no run would have started. */
export const DoneSteps = z.object({ entered: z.boolean(), steps: z.array(DoneStep) });
export type DoneSteps = z.infer<typeof DoneSteps>;

const count = z.number().int();
const Tally = z.object({ better: count, worse: count, same: count, open: count });
export type Tally = z.infer<typeof Tally>;

/** Conversations that part at the same step, from one outcome to another. */
export const BallotGroup = z.object({
  /** Stays the same while both drawings do. */
  id: z.string(),
  /** The step where both part; null where only one of them is entered. */
  node: z.string().nullable(),
  count,
  now: DoneSteps,
  draft: DoneSteps,
  tally: Tally,
});
export type BallotGroup = z.infer<typeof BallotGroup>;

export const BallotCase = z.object({
  id: z.string(),
  contactName: z.string(),
  title: z.string(),
  excerpt: z.string(),
  createdAt: z.iso.datetime(),
  /** What was voted on just this change in it. */
  vote: Vote.nullable(),
});
export type BallotCase = z.infer<typeof BallotCase>;

/** A conversation whose outcome people have judged, and whether the draft keeps to it. */
export const Expectation = z.object({
  conversation: z.string(),
  contactName: z.string(),
  title: z.string(),
  excerpt: z.string(),
  expected: DoneSteps,
  draft: DoneSteps,
});
export type Expectation = z.infer<typeof Expectation>;

export const Ballot = z.object({
  workflow: z.object({ id: z.string(), name: z.string() }),
  /** The newest published version; null before the first: then there is nothing to compare with. */
  version: count.nullable(),
  /** How many conversations were gone through, and in how many of them the outcome changes. */
  total: count,
  changed: count,
  groups: z.array(BallotGroup),
  tally: Tally,
  /** How many expected outcomes there are, how many of them the draft keeps to, and the first of those that it breaks. */
  expected: count,
  held: count,
  broken: z.array(Expectation),
});
export type Ballot = z.infer<typeof Ballot>;

/** So many broken expectations are listed. */
export const mostBroken = 100;

const params = z.object({ id: z.string().max(64) });

export const ballotRoutes = {
  getBallot: route({
    method: "get",
    path: "/api/workflows/:id/ballot",
    access: "member",
    summary: "The saved draft against the newest version: past conversations whose outcome changes, and what was voted",
    params,
    answer: Ballot,
    refusals: { 422: Problem },
  }),
  listBallotCases: route({
    method: "get",
    path: "/api/workflows/:id/ballot/:group/cases",
    access: "member",
    summary: "The conversations of a group of the ballot, newest first",
    params: z.object({ id: z.string().max(64), group: z.string().max(64) }),
    query: z.object({
      skip: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
    answer: z.object({ total: count, cases: z.array(BallotCase) }),
    refusals: { 422: Problem },
  }),
  vote: route({
    method: "put",
    path: "/api/workflows/:id/ballot/:group/vote",
    access: "member",
    summary:
      "Vote on a group of the ballot or on one conversation of it; what is judged better is expected of later drafts",
    params: z.object({ id: z.string().max(64), group: z.string().max(64) }),
    body: z.object({
      /** Only this one; all of the group where absent. */
      conversation: z.string().max(64).optional(),
      /** Null takes the vote back. */
      vote: Vote.nullable(),
    }),
    answer: z.object({ conversations: count }),
    refusals: { 409: Problem, 422: Problem },
  }),
};
