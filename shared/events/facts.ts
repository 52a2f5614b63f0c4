import { z } from "zod";

/** A custom attribute's value as Intercom keeps it. Lists are option names; dates stay as Intercom wrote them. */
export const AttributeValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);
export type AttributeValue = z.infer<typeof AttributeValue>;

const Attributes = z.record(z.string(), AttributeValue);
const Instant = z.number().nullable();

/** What a workflow may know of a conversation. Instants are epoch milliseconds. Source: Intercom 2.16, schema `conversation`. */
export const Conversation = z.object({
  id: z.string(),
  title: z.string(),
  state: z.enum(["open", "closed", "snoozed"]),
  read: z.boolean(),
  priority: z.enum(["none", "low", "medium", "high", "urgent"]),
  channel: z.string(),
  startedBy: z.enum(["customer", "teammate", "bot"]),
  firstMessage: z.string(),
  teamId: z.string().nullable(),
  teammateId: z.string().nullable(),
  tags: z.array(z.object({ id: z.string(), name: z.string() })),
  contactIds: z.array(z.string()),
  companyId: z.string().nullable(),
  rating: z.number().nullable(),
  createdAt: Instant,
  updatedAt: Instant,
  waitingSince: Instant,
  snoozedUntil: Instant,
  attributes: Attributes,
});
export type Conversation = z.infer<typeof Conversation>;

/** The message that started the run; for an event without one, the first message of the conversation. */
export const Message = z.object({
  id: z.string(),
  text: z.string(),
  subject: z.string(),
  authorKind: z.enum(["customer", "teammate", "bot"]),
  authorId: z.string(),
  authorName: z.string(),
  attachmentCount: z.number(),
  /** A machine wrote it in a customer's name: somebody is away, or mail came back. */
  automatic: z.boolean().default(false),
  at: Instant,
});
export type Message = z.infer<typeof Message>;

/** Source: Intercom 2.16, schema `contact`. */
export const Contact = z.object({
  id: z.string(),
  role: z.enum(["user", "lead", "visitor"]),
  externalId: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  language: z.string(),
  country: z.string(),
  city: z.string(),
  unsubscribed: z.boolean(),
  createdAt: Instant,
  signedUpAt: Instant,
  lastSeenAt: Instant,
  lastRepliedAt: Instant,
  lastContactedAt: Instant,
  tagIds: z.array(z.string()),
  companyIds: z.array(z.string()),
  attributes: Attributes,
});
export type Contact = z.infer<typeof Contact>;

/** Source: Intercom 2.16, schema `company`. `monthlySpend` is in the workspace's own currency. */
export const Company = z.object({
  id: z.string(),
  companyId: z.string(),
  name: z.string(),
  plan: z.string(),
  monthlySpend: z.number().nullable(),
  size: z.number().nullable(),
  industry: z.string(),
  website: z.string(),
  userCount: z.number().nullable(),
  createdAt: Instant,
  attributes: Attributes,
});
export type Company = z.infer<typeof Company>;

/** Source: Intercom 2.16, schema `ticket`. `id` is used in calls, `number` is what people see. */
export const Ticket = z.object({
  id: z.string(),
  number: z.string(),
  category: z.enum(["customer", "backOffice", "tracker"]),
  typeId: z.string(),
  typeName: z.string(),
  stateId: z.string(),
  stateName: z.string(),
  stateCategory: z.enum(["submitted", "inProgress", "waitingOnCustomer", "resolved"]),
  open: z.boolean(),
  shared: z.boolean(),
  title: z.string(),
  description: z.string(),
  teamId: z.string().nullable(),
  teammateId: z.string().nullable(),
  contactIds: z.array(z.string()),
  companyId: z.string().nullable(),
  createdAt: Instant,
  updatedAt: Instant,
  snoozedUntil: Instant,
  /** By attribute name, title and description left out. */
  attributes: Attributes,
});
export type Ticket = z.infer<typeof Ticket>;

/** What an event tells beside the objects it is about; each only for the topics that carry it. */
export const Happening = z.object({
  /** Put on or taken off. */
  tag: z.object({ id: z.string(), name: z.string() }).optional(),
  /** Whom a conversation or ticket was given to; the id of nobody is "". */
  assignedTo: z.object({ kind: z.enum(["team", "teammate", "nobody"]), id: z.string() }).optional(),
  /** A data event: Intercom 2.16, schema `data_event`. Metadata is flat: see `metadataFrom`. */
  dataEvent: z.object({ name: z.string(), at: Instant, metadata: Attributes }).optional(),
  /** The types of subscription that changed; none where a customer leaves all e-mails at once. */
  subscriptions: z.array(z.object({ id: z.string(), name: z.string() })).optional(),
  /** Who did it, or whose away mode it is; `away` only where the event tells. */
  teammate: z.object({ id: z.string(), name: z.string(), away: z.boolean().nullable() }).optional(),
  /** Who joined or left a conversation, ticket or company. */
  contact: z.object({ id: z.string(), name: z.string(), email: z.string() }).optional(),
  rating: z.object({ score: z.number().nullable(), remark: z.string() }).optional(),
  /** The id of the contact that was merged into this one, and is gone. */
  mergedFrom: z.string().optional(),
  previousTicketState: Ticket.shape.stateCategory.optional(),
  /** The ticket attribute that changed, by name, and its new value in words. */
  attribute: z.object({ name: z.string(), value: z.string() }).optional(),
  /** Whether a bot's words are an answer of an AI agent. */
  aiAnswer: z.boolean().optional(),
});
export type Happening = z.infer<typeof Happening>;

/** The kinds of fact that have to be read from Intercom, each at most once per wake-up. */
export const scopes = ["conversation", "contact", "company", "ticket"] as const;
export const Scope = z.enum(scopes);
export type Scope = z.infer<typeof Scope>;

/**
 * What is known while a run decides. Absent: not read yet. `null`: read, and there is none
 * (a conversation without a contact, a contact without a company).
 */
export const Facts = z.object({
  conversation: Conversation.nullable().optional(),
  message: Message.nullable().optional(),
  contact: Contact.nullable().optional(),
  company: Company.nullable().optional(),
  ticket: Ticket.nullable().optional(),
  happening: Happening.optional(),
  /** What whoever started the run gave it (another workflow, another tool), by the names the trigger's builder chose. */
  inputs: z.record(z.string(), AttributeValue).optional(),
});
export type Facts = z.infer<typeof Facts>;
