import { z } from "zod";
import { Attributes } from "./attributes.ts";
import { AppliedTag } from "./team.ts";

export const Company = z.object({
  id: z.string(),
  company_id: z.string(),
  name: z.string(),
  /** Null where none was ever given. */
  plan: z.object({ type: z.literal("plan"), id: z.string(), name: z.string() }).nullable(),
  remote_created_at: z.number().nullable().default(null),
  created_at: z.number(),
  updated_at: z.number(),
  last_request_at: z.number().nullable(),
  size: z.number().nullable(),
  website: z.string().nullable(),
  industry: z.string().nullable(),
  monthly_spend: z.number(),
  session_count: z.number(),
  user_count: z.number(),
  custom_attributes: Attributes,
  tags: z.array(AppliedTag).default([]),
});
export type Company = z.infer<typeof Company>;

/** What a contact chose for a type of message. */
const Subscription = z.object({ id: z.string(), consent_type: z.enum(["opt_in", "opt_out"]) });
export type Subscription = z.infer<typeof Subscription>;

export const Contact = z.object({
  id: z.string(),
  external_id: z.string().nullable(),
  role: z.enum(["user", "lead"]),
  /** "" where there is none. */
  email: z.string(),
  phone: z.string().nullable(),
  name: z.string().nullable(),
  owner_id: z.string().nullable(),
  unsubscribed_from_emails: z.boolean(),
  created_at: z.number(),
  updated_at: z.number(),
  signed_up_at: z.number().nullable(),
  last_seen_at: z.number().nullable(),
  last_replied_at: z.number().nullable(),
  last_contacted_at: z.number().nullable(),
  language_override: z.string().nullable(),
  browser_language: z.string().nullable(),
  location: z.object({
    country: z.string().nullable(),
    region: z.string().nullable(),
    city: z.string().nullable(),
  }),
  company_ids: z.array(z.string()),
  custom_attributes: Attributes,
  tags: z.array(AppliedTag).default([]),
  note_ids: z.array(z.string()).default([]),
  subscriptions: z.array(Subscription).default([]),
  archived: z.boolean().default(false),
  blocked: z.boolean().default(false),
  /** The user that this lead became part of; it is gone under its own id. */
  merged_into: z.string().nullable().default(null),
  /** Schema `merge_history_item`. */
  merge_history: z
    .array(
      z.object({
        source_contact_id: z.string(),
        source_contact_role: z.enum(["user", "lead"]),
        merged_at: z.number(),
      }),
    )
    .default([]),
});
export type Contact = z.infer<typeof Contact>;

/** Schema `note`: on a contact or on a company; `body` is HTML. */
export const Note = z.object({
  id: z.string(),
  about: z.object({ type: z.enum(["contact", "company"]), id: z.string() }),
  created_at: z.number(),
  admin_id: z.string(),
  body: z.string(),
});
export type Note = z.infer<typeof Note>;

/** Schema `visitor`. Whoever became a contact is none any more. */
export const Visitor = z.object({
  id: z.string(),
  user_id: z.string(),
  name: z.string().nullable(),
  pseudonym: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  created_at: z.number(),
  updated_at: z.number(),
  last_request_at: z.number(),
  session_count: z.number(),
  location: z.object({ country: z.string(), region: z.string(), city: z.string() }),
  custom_attributes: Attributes,
  converted_to: z.string().nullable(),
});
export type Visitor = z.infer<typeof Visitor>;

/** Schema `data_event`. Metadata is flat, but for links and amounts. */
export const DataEvent = z.object({
  id: z.string(),
  event_name: z.string(),
  created_at: z.number(),
  contact_id: z.string(),
  metadata: z.record(z.string(), z.unknown()),
});
export type DataEvent = z.infer<typeof DataEvent>;
