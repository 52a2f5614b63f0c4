import { z } from "zod";

/*
 * What the practice workspace keeps, in the shape of Intercom's REST API 2.16 (schemas of the same names). Instants are
 * epoch seconds. What is the same for every object is not kept but added when it is shown (present.ts).
 */

export const Admin = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  job_title: z.string(),
  team_ids: z.array(z.number()),
});
export type Admin = z.infer<typeof Admin>;

export const Team = z.object({ id: z.string(), name: z.string(), admin_ids: z.array(z.number()) });
export type Team = z.infer<typeof Team>;

export const Tag = z.object({ id: z.string(), name: z.string() });
export type Tag = z.infer<typeof Tag>;

export const AttributeValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type AttributeValue = z.infer<typeof AttributeValue>;
export const Attributes = z.record(z.string(), AttributeValue);
export type Attributes = z.infer<typeof Attributes>;

/** Schema `data_attribute`. Options make a list of a string. */
export const DataAttribute = z.object({
  id: z.number(),
  model: z.enum(["contact", "company"]),
  name: z.string(),
  label: z.string(),
  description: z.string(),
  data_type: z.enum(["string", "integer", "float", "boolean", "date"]),
  options: z.array(z.string()).optional(),
  custom: z.boolean(),
  api_writable: z.boolean(),
});
export type DataAttribute = z.infer<typeof DataAttribute>;

/** Schema `conversation_attribute`. */
export const ConversationAttribute = z.object({
  id: z.number(),
  name: z.string(),
  description: z.string(),
  data_type: z.enum(["string", "integer", "decimal", "boolean", "datetime", "list"]),
  options: z.array(z.object({ id: z.string(), label: z.string(), archived: z.boolean() })).optional(),
});
export type ConversationAttribute = z.infer<typeof ConversationAttribute>;

export const Company = z.object({
  id: z.string(),
  company_id: z.string(),
  name: z.string(),
  plan: z.object({ type: z.literal("plan"), id: z.string(), name: z.string() }),
  created_at: z.number(),
  updated_at: z.number(),
  last_request_at: z.number(),
  size: z.number(),
  website: z.string(),
  industry: z.string(),
  monthly_spend: z.number(),
  session_count: z.number(),
  user_count: z.number(),
  custom_attributes: Attributes,
});
export type Company = z.infer<typeof Company>;

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
  location: z.object({ country: z.string(), region: z.string(), city: z.string() }),
  company_ids: z.array(z.string()),
  custom_attributes: Attributes,
});
export type Contact = z.infer<typeof Contact>;

export const Author = z.object({
  type: z.enum(["admin", "user", "lead", "bot"]),
  id: z.string(),
  name: z.string().nullable(),
  email: z.string(),
});
export type Author = z.infer<typeof Author>;

const State = z.enum(["open", "closed", "snoozed"]);

/** Schema `conversation_part`; `body` is HTML. */
export const Part = z.object({
  id: z.string(),
  part_type: z.string(),
  body: z.string().nullable(),
  created_at: z.number(),
  assigned_to: z.object({ type: z.string(), id: z.string().nullable() }).nullable(),
  author: Author,
  /** The conversation's, once the part was written. */
  state: State,
  tags: z.array(Tag),
  event_details: z.record(z.string(), z.unknown()),
  app_package_code: z.string().nullable(),
  /** Ours, never shown over REST: what the inbox says happened ("untag" where the part type cannot tell it from tagging), and to what. */
  event: z.string(),
  target: z.string().nullable(),
});
export type Part = z.infer<typeof Part>;

const instant = z.number().nullable();

/** Schema `conversation_statistics`; durations in seconds. */
export const Statistics = z.object({
  time_to_assignment: z.number().nullable(),
  time_to_admin_reply: z.number().nullable(),
  time_to_first_close: z.number().nullable(),
  time_to_last_close: z.number().nullable(),
  median_time_to_reply: z.number().nullable(),
  first_contact_reply_at: instant,
  first_assignment_at: instant,
  first_admin_reply_at: instant,
  first_close_at: instant,
  last_assignment_at: instant,
  last_assignment_admin_reply_at: instant,
  last_contact_reply_at: instant,
  last_admin_reply_at: instant,
  last_close_at: instant,
  last_closed_by_id: z.string().nullable(),
  count_reopens: z.number(),
  count_assignments: z.number(),
  count_conversation_parts: z.number(),
});
export type Statistics = z.infer<typeof Statistics>;

/** Schema `conversation`, without its parts; `source.body` is HTML. */
export const Conversation = z.object({
  id: z.string(),
  title: z.string().nullable(),
  created_at: z.number(),
  updated_at: z.number(),
  waiting_since: instant,
  snoozed_until: instant,
  state: State,
  read: z.boolean(),
  priority: z.enum(["none", "low", "medium", "high", "urgent"]),
  admin_assignee_id: z.number(),
  team_assignee_id: z.number(),
  source: z.object({
    type: z.enum(["conversation", "email"]),
    id: z.string(),
    subject: z.string(),
    body: z.string(),
    author: Author,
    url: z.string().nullable(),
  }),
  contact: z.object({ id: z.string(), external_id: z.string().nullable() }),
  company_id: z.string().nullable(),
  tags: z.array(
    Tag.extend({ applied_at: z.number(), applied_by: z.object({ type: z.literal("admin"), id: z.string() }) }),
  ),
  teammate_ids: z.array(z.string()),
  conversation_rating: z
    .object({
      rating: z.number(),
      remark: z.string(),
      created_at: z.number(),
      updated_at: z.number(),
      teammate_id: z.string().nullable(),
    })
    .nullable(),
  custom_attributes: Attributes,
  statistics: Statistics,
});
export type Conversation = z.infer<typeof Conversation>;
