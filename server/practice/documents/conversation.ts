import { z } from "zod";
import { Attributes } from "./attributes.ts";
import { AppliedTag, Tag } from "./team.ts";
import { ContactReference, TicketCategory } from "./ticket.ts";

export const Author = z.object({
  type: z.enum(["admin", "user", "lead", "bot"]),
  id: z.string(),
  name: z.string().nullable(),
  email: z.string(),
});
export type Author = z.infer<typeof Author>;

/** Schema `part_attachment`. */
export const Attachment = z.object({
  type: z.literal("upload"),
  name: z.string(),
  url: z.string(),
  content_type: z.string(),
  filesize: z.number(),
});
export type Attachment = z.infer<typeof Attachment>;

/** Schema `quick_reply_option`. */
export const QuickReply = z.object({ text: z.string(), uuid: z.string() });
export type QuickReply = z.infer<typeof QuickReply>;

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
  attachments: z.array(Attachment).default([]),
  /** Schema `conversation_part_metadata`. */
  metadata: z
    .object({ quick_reply_options: z.array(QuickReply).optional(), quick_reply_uuid: z.string().optional() })
    .default({}),
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
    delivered_as: z.enum(["customer_initiated", "admin_initiated"]).default("customer_initiated"),
    attachments: z.array(Attachment).default([]),
  }),
  /** Who it is with; others take part besides. */
  contact: ContactReference,
  further_contacts: z.array(ContactReference).default([]),
  /** Tickets that it is linked to. */
  linked_tickets: z.array(z.object({ id: z.string(), category: TicketCategory })).default([]),
  company_id: z.string().nullable(),
  tags: z.array(AppliedTag),
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
