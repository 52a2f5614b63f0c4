import { z } from "zod";
import { Facts } from "../events/facts.ts";
import { Problem } from "./problem.ts";
import { route } from "./route.ts";

/** A conversation to choose as a sample. */
export const ConversationSummary = z.object({
  id: z.string(),
  contactName: z.string(),
  excerpt: z.string(),
  state: z.enum(["open", "closed", "snoozed"]),
  createdAt: z.iso.datetime(),
});
export type ConversationSummary = z.infer<typeof ConversationSummary>;

const id = z.object({ id: z.string().max(64) });

/** One part of a thread as the team's inbox shows it. `text` is plain. */
export const ThreadPart = z.object({
  id: z.string(),
  kind: z.enum(["message", "note", "event"]),
  author: z.object({ kind: z.enum(["customer", "teammate", "bot"]), name: z.string() }),
  text: z.string(),
  /** For an event: what happened, by Intercom's part type, and to whom or what (a name). */
  event: z.string().nullable(),
  target: z.string().nullable(),
  at: z.iso.datetime(),
});
export type ThreadPart = z.infer<typeof ThreadPart>;

/** What the team's inbox shows of one conversation. */
export const InboxConversation = ConversationSummary.extend({
  title: z.string(),
  contactId: z.string(),
  team: z.string().nullable(),
  teammate: z.string().nullable(),
  tags: z.array(z.string()),
  snoozedUntil: z.iso.datetime().nullable(),
  attributes: z.array(z.object({ name: z.string(), value: z.string() })),
  parts: z.array(ThreadPart),
});
export type InboxConversation = z.infer<typeof InboxConversation>;

/** A contact to write as. */
export const PracticeContact = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(["user", "lead", "visitor"]),
  company: z.string().nullable(),
  plan: z.string().nullable(),
});
export type PracticeContact = z.infer<typeof PracticeContact>;

const body = z.string().trim().min(1).max(10_000);

export const conversationRoutes = {
  listConversations: route({
    method: "get",
    path: "/api/conversations",
    access: "member",
    summary: "Newest conversations of the connected workspace",
    query: z.object({ limit: z.coerce.number().int().min(1).max(150).default(50) }),
    answer: z.object({ conversations: z.array(ConversationSummary) }),
    refusals: { 422: Problem },
  }),
  getConversationFacts: route({
    method: "get",
    path: "/api/conversations/:id/facts",
    access: "member",
    summary: "What a workflow would know of a conversation now: the sample values beside each chip",
    params: id,
    answer: Facts,
    refusals: { 422: Problem },
  }),
  listPracticeContacts: route({
    method: "get",
    path: "/api/practice/contacts",
    access: "member",
    summary: "Contacts of the practice workspace to write as",
    answer: z.object({ contacts: z.array(PracticeContact) }),
  }),
  getPracticeConversation: route({
    method: "get",
    path: "/api/practice/conversations/:id",
    access: "member",
    summary: "A practice conversation as the team's inbox shows it",
    params: id,
    answer: InboxConversation,
  }),
  startPracticeConversation: route({
    method: "post",
    path: "/api/practice/conversations",
    access: "member",
    summary: "Write a first message as a contact",
    body: z.object({ contactId: z.string().max(64), body }),
    answer: InboxConversation,
  }),
  replyAsPracticeContact: route({
    method: "post",
    path: "/api/practice/conversations/:id/replies",
    access: "member",
    summary: "Write again as the contact",
    params: id,
    body: z.object({ body }),
    answer: InboxConversation,
  }),
  closePracticeConversation: route({
    method: "post",
    path: "/api/practice/conversations/:id/close",
    access: "member",
    summary: "Close it as a teammate would",
    params: id,
    answer: InboxConversation,
  }),
  ratePracticeConversation: route({
    method: "post",
    path: "/api/practice/conversations/:id/rating",
    access: "member",
    summary: "Rate a closed conversation as the contact",
    params: id,
    body: z.object({ rating: z.number().int().min(1).max(5), remark: z.string().trim().max(1000).default("") }),
    answer: InboxConversation,
  }),
};
