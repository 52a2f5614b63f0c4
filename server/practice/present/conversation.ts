import { plainText } from "#shared/events/plainText.ts";
import type { Author, Conversation, Part } from "../documents/conversation.ts";
import type { Company } from "../documents/people.ts";
import type { ContactReference } from "../documents/ticket.ts";
import { companyView } from "./company.ts";
import { linkedObjects } from "./linkedObjects.ts";
import { tagView } from "./team.ts";

/** HTML as it is kept, or plain text: webhooks since 2.15, and REST with `display_as=plaintext`. */
export type Form = "html" | "plain";

const bodyIn = (form: Form, body: string): string => (form === "html" ? body : plainText(body));

const authorView = ({ type, id, name, email }: Author) => ({ type, id, name, email });

/** Schema `conversation_part`. */
export const partView = (part: Part, form: Form) => ({
  type: "conversation_part",
  id: part.id,
  part_type: part.part_type,
  body: part.body === null ? null : bodyIn(form, part.body),
  created_at: part.created_at,
  updated_at: part.created_at,
  notified_at: part.created_at,
  assigned_to: part.assigned_to,
  author: { ...authorView(part.author), from_ai_agent: false, is_ai_answer: false },
  attachments: part.attachments,
  external_id: null,
  redacted: false,
  metadata: part.metadata,
  email_message_metadata: null,
  state: part.state,
  tags: part.tags.map(tagView),
  event_details: part.event_details,
  app_package_code: part.app_package_code,
});

const contactReference = (contact: ContactReference) => ({ type: "contact", ...contact });

function ratingView({ conversation_rating: rating, contact }: Conversation) {
  if (rating === null) return null;
  const { teammate_id, ...rest } = rating;
  const teammate = teammate_id === null ? null : { type: "admin", id: teammate_id };
  return { ...rest, contact: contactReference(contact), ...(teammate ? { teammate } : {}) };
}

/** Schema `conversation_list_item`: a conversation without its parts. */
export function conversationView(conversation: Conversation, company: Company | null, appId: string, form: Form) {
  const {
    source,
    contact,
    further_contacts,
    linked_tickets,
    company_id: _,
    teammate_ids,
    tags,
    ...rest
  } = conversation;
  const firstWords =
    source.delivered_as === "customer_initiated" ? rest.created_at : rest.statistics.first_contact_reply_at;
  const channel = source.type === "email" ? "email" : "messenger";
  return {
    type: "conversation",
    ...rest,
    // A snoozed conversation is open to Intercom; only a closed one is not.
    open: rest.state !== "closed",
    source: {
      type: source.type,
      id: source.id,
      delivered_as: source.delivered_as,
      subject: source.subject,
      body: bodyIn(form, source.body),
      author: authorView(source.author),
      attachments: source.attachments,
      url: source.url,
      redacted: false,
    },
    contacts: { type: "contact.list", contacts: [contact, ...further_contacts].map(contactReference) },
    first_contact_reply: firstWords === null ? null : { created_at: firstWords, type: source.type, url: source.url },
    tags: { type: "tag.list", tags: tags.map((tag) => ({ type: "tag", ...tag })) },
    sla_applied: null,
    statistics: {
      type: "conversation_statistics",
      ...rest.statistics,
      assigned_team_first_response_time: [],
      assigned_team_first_response_time_in_office_hours: [],
      handling_time: null,
      adjusted_handling_time: null,
    },
    conversation_rating: ratingView(conversation),
    teammates: { type: "admin.list", teammates: teammate_ids.map((id) => ({ type: "admin", id })) },
    topics: { type: "topic.list", topics: [], total_count: 0 },
    ticket: null,
    linked_objects: linkedObjects(linked_tickets.map((ticket) => ({ type: "ticket", ...ticket }))),
    ai_agent: null,
    ai_agent_participated: false,
    sales_agent: null,
    sales_agent_participated: false,
    company: company && companyView(company, appId),
    channel: { initial: channel, current: channel },
    external_references: [],
  };
}

/** The list of parts inside a `conversation`. */
export const partsView = (parts: readonly Part[], form: Form) => ({
  type: "conversation_part.list",
  conversation_parts: parts.map((part) => partView(part, form)),
  total_count: parts.length,
});
