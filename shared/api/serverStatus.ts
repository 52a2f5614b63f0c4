import { z } from "zod";
import { Text } from "../language/text.ts";
import { route } from "./route.ts";

/** Something that is not as it should be: what, where, and what to do about it. */
export const ServerFault = z.object({
  /** Stable, for scripts. */
  code: z.enum([
    "database",
    "driver",
    "review",
    "stopped",
    "away",
    "parked",
    "late",
    "connection",
    "silence",
    "crash",
    "disk-full",
    "disk-low",
    "backup",
  ]),
  /** It keeps events from being taken in or runs from going on; else it soon may. */
  grave: z.boolean(),
  what: Text,
  where: Text,
  todo: Text,
});
export type ServerFault = z.infer<typeof ServerFault>;

const instant = z.iso.datetime();
const count = z.number().int().min(0);

/** How the server does. Instants are UTC. */
export const ServerStatus = z.object({
  version: z.string(),
  startedAt: instant,
  /** Grave ones first; none where everything is as it should be. */
  faults: z.array(ServerFault),
  runs: z.object({
    running: count,
    /** Asleep in a delay or a wait. */
    waiting: count,
    /** Conversations and the like in which a run is due and has no turn yet. */
    due: count,
    /** Since when the oldest of them; null where there is none. */
    dueSince: instant.nullable(),
  }),
  events: z.object({ lastHour: count, lastDay: count, last: instant.nullable() }),
  /** How soon the newest runs took their first step: half of them within `halfMs`, 95 of 100 within `mostMs`. Null before the first. */
  firstSteps: z.object({ runs: count, halfMs: z.number().min(0), mostMs: z.number().min(0) }).nullable(),
  connection: z.object({
    kind: z.enum(["practice", "intercom"]),
    workspace: z.string(),
    trouble: Text.nullable(),
    /** How many calls it still takes from us now; null where that is not known. */
    callsLeft: count.nullable(),
  }),
  disk: z.object({ databaseBytes: count, freeBytes: count }),
  backups: z.object({
    /** When the newest was made; each was found whole then. */
    last: instant.nullable(),
    kept: count,
    /** The latest attempt came to nothing. */
    failed: z.boolean(),
  }),
  /** After how many days what a run or event held is removed, and the whole of it. */
  retention: z.object({ detailsDays: count, runsDays: count }),
});
export type ServerStatus = z.infer<typeof ServerStatus>;

export const serverStatusRoutes = {
  getServerStatus: route({
    method: "get",
    path: "/api/operation/status",
    access: "member",
    summary: "How the server does: what is wrong, and the figures in words",
    answer: ServerStatus,
  }),
};
