import { z } from "zod";
import { AttributeValue } from "./attributes.ts";
import { AppliedTag } from "./team.ts";

/** Schema `contact_reference`. */
export const ContactReference = z.object({ id: z.string(), external_id: z.string().nullable() });
export type ContactReference = z.infer<typeof ContactReference>;

export const TicketCategory = z.enum(["Customer", "Back-office", "Tracker"]);
export type TicketCategory = z.infer<typeof TicketCategory>;

const StateCategory = z.enum(["submitted", "in_progress", "waiting_on_customer", "resolved"]);

/** Schema `ticket_state`. */
export const TicketState = z.object({
  id: z.string(),
  category: StateCategory,
  internal_label: z.string(),
  external_label: z.string(),
});
export type TicketState = z.infer<typeof TicketState>;

/** Schema `ticket_type_attribute`. Options make a list. */
export const TicketTypeAttribute = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  data_type: z.enum(["string", "integer", "decimal", "boolean", "datetime", "list"]),
  options: z.array(z.string()),
  required_to_create: z.boolean(),
});
export type TicketTypeAttribute = z.infer<typeof TicketTypeAttribute>;

/** Schema `ticket_type`. The first of its states is where a ticket begins. */
export const TicketType = z.object({
  id: z.string(),
  category: TicketCategory,
  name: z.string(),
  description: z.string(),
  icon: z.string(),
  attributes: z.array(TicketTypeAttribute),
  state_ids: z.array(z.string()),
});
export type TicketType = z.infer<typeof TicketType>;

/** Schema `ticket_part`; `body` is HTML. */
export const TicketPart = z.object({
  id: z.string(),
  part_type: z.string(),
  body: z.string().optional(),
  created_at: z.number(),
  author: z.object({
    type: z.enum(["admin", "bot", "team", "user"]),
    id: z.string(),
    name: z.string().nullable(),
    email: z.string(),
  }),
  assigned_to: z.object({ type: z.string(), id: z.string().nullable() }).optional(),
  ticket_state: StateCategory.optional(),
  previous_ticket_state: StateCategory.optional(),
  updated_attribute_data: z
    .object({
      attribute: z.object({ type: z.literal("attribute"), id: z.string(), label: z.string() }),
      value: z.object({ type: z.literal("value"), id: z.string().nullable(), label: z.string() }),
    })
    .optional(),
  attachments: z.array(z.record(z.string(), z.unknown())),
  app_package_code: z.string().nullable(),
});
export type TicketPart = z.infer<typeof TicketPart>;

/** Schema `ticket`. `id` is used in calls, `ticket_id` is the number that people see. */
export const Ticket = z.object({
  id: z.string(),
  ticket_id: z.string(),
  type_id: z.string(),
  state_id: z.string(),
  previous_state_id: z.string().nullable(),
  attributes: z.record(z.string(), AttributeValue),
  contacts: z.array(ContactReference),
  admin_assignee_id: z.number(),
  team_assignee_id: z.number(),
  created_at: z.number(),
  updated_at: z.number(),
  open: z.boolean(),
  snoozed_until: z.number().nullable(),
  is_shared: z.boolean(),
  company_id: z.string().nullable(),
  linked_conversations: z.array(z.string()),
  tags: z.array(AppliedTag),
  parts: z.array(TicketPart),
});
export type Ticket = z.infer<typeof Ticket>;
