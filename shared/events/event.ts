import { z } from "zod";
import { Facts } from "./facts.ts";

/** The thing an event is about; runs of one subject advance in order, one at a time. */
export const Subject = z.object({
  kind: z.enum(["conversation", "contact", "company", "ticket", "teammate", "other"]),
  id: z.string(),
});
export type Subject = z.infer<typeof Subject>;

/** What Intercom can be searched for, so that a workflow can be run for each one that is found or chosen. */
export const Findable = Subject.shape.kind.extract(["conversation", "contact", "ticket"]);
export type Findable = z.infer<typeof Findable>;

/** One thing that happened in Intercom, normalised from a notification of any version. */
export const Event = z.object({
  /** Intercom's notification id, or one derived from topic, object and part where it has none. */
  id: z.string(),
  /** The same for a repeated delivery that carries another notification id: topic, object and part. */
  key: z.string(),
  topic: z.string(),
  /** The workspace it came from: Intercom's `app_id`. */
  appId: z.string(),
  /** When it happened, epoch milliseconds. */
  at: z.number(),
  subject: Subject.nullable(),
  /** Who caused it, where the notification tells. */
  actor: z.object({ kind: z.enum(["customer", "teammate", "bot"]), id: z.string() }).nullable(),
  /** The conversation part that fired, where there is one. */
  part: z.object({ id: z.string(), type: z.string(), appPackageCode: z.string().nullable() }).nullable(),
  facts: Facts,
});
export type Event = z.infer<typeof Event>;
