import { z } from "zod";
import { Text } from "../language/text.ts";
import { Lists } from "../workspace/lists.ts";
import { Problem } from "./problem.ts";
import { route } from "./route.ts";

export const Region = z.enum(["us", "eu", "au"]);
export type Region = z.infer<typeof Region>;

/** What the token leads to: Intercom 2.16, GET /me. */
export const Workspace = z.object({
  appId: z.string(),
  name: z.string(),
  region: z.string(),
  timezone: z.string(),
  teammate: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  /** What the token may not do, found by trying to read each kind of thing; in words. */
  missing: z.array(Text),
});
export type Workspace = z.infer<typeof Workspace>;

/** What comes in and goes out of Intercom. Secrets are never part of an answer. */
export const ConnectionStatus = z.object({
  kind: z.enum(["practice", "intercom"]),
  region: Region.nullable(),
  workspace: Workspace.nullable(),
  /** Why the workspace could not be asked, in words. */
  trouble: Text.nullable(),
  webhookUrl: z.string(),
  /** False while the address is only reachable from this machine. */
  webhookReachable: z.boolean(),
  /** Topics that published workflows need, sorted. */
  topics: z.array(z.string()),
  lastEvent: z.object({ topic: z.string(), at: z.iso.datetime() }).nullable(),
  listsRefreshedAt: z.iso.datetime().nullable(),
  /** The look for events that did not come: whether it goes on, the last one that came to its end, why one was broken off. */
  missed: z.object({
    looking: z.boolean(),
    last: z.object({ at: z.iso.datetime(), found: z.number() }).nullable(),
    trouble: Text.nullable(),
  }),
});
export type ConnectionStatus = z.infer<typeof ConnectionStatus>;

/** One notification as it came in. */
export const ReceivedEvent = z.object({
  id: z.string(),
  topic: z.string(),
  receivedAt: z.iso.datetime(),
  subject: z.string().nullable(),
  /** How many runs it started. */
  runs: z.number(),
  /** Why it started none, when that is not for want of a matching workflow: unknown topic, our own action, unreadable. */
  note: Text.nullable(),
});
export type ReceivedEvent = z.infer<typeof ReceivedEvent>;

const Credentials = z.object({
  accessToken: z.string().trim().min(1).max(500),
  clientSecret: z.string().trim().min(1).max(500),
  region: Region,
});

export const connectionRoutes = {
  getConnection: route({
    method: "get",
    path: "/api/connection",
    access: "member",
    summary: "The connected workspace, its webhook address, the topics it needs and the last event",
    answer: ConnectionStatus,
  }),
  testConnection: route({
    method: "post",
    path: "/api/connection/test",
    access: "member",
    summary: "Ask Intercom who a token belongs to, without saving it",
    body: Credentials.pick({ accessToken: true, region: true }),
    answer: Workspace,
    refusals: { 422: Problem },
  }),
  connect: route({
    method: "put",
    path: "/api/connection",
    access: "member",
    summary: "Connect a real workspace; takes the place of the practice workspace",
    body: Credentials,
    answer: ConnectionStatus,
    refusals: { 422: Problem },
  }),
  disconnect: route({
    method: "delete",
    path: "/api/connection",
    access: "member",
    summary: "Forget the token and secret and go back to the practice workspace",
    answer: ConnectionStatus,
  }),
  getLists: route({
    method: "get",
    path: "/api/lists",
    access: "member",
    summary: "Teams, teammates, tags and attributes, from the cache",
    answer: z.object({ lists: Lists, refreshedAt: z.iso.datetime().nullable() }),
  }),
  refreshLists: route({
    method: "post",
    path: "/api/lists/refresh",
    access: "member",
    summary: "Fetch them from Intercom again",
    answer: z.object({ lists: Lists, refreshedAt: z.iso.datetime().nullable() }),
    refusals: { 422: Problem },
  }),
  lookForMissed: route({
    method: "post",
    path: "/api/connection/missed",
    access: "member",
    summary: "Begin to look in Intercom for events that did not come; they start what they would have started",
    answer: ConnectionStatus,
  }),
  listEvents: route({
    method: "get",
    path: "/api/events",
    access: "member",
    summary: "The newest notifications, at most 100",
    query: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) }),
    answer: z.object({ events: z.array(ReceivedEvent) }),
  }),
};
