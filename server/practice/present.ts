import { plainText } from "#shared/events/plainText.ts";
import type { Admin, Author, Company, Contact, Conversation, Part, Tag } from "./documents.ts";

/** HTML as it is kept, or plain text: webhooks since 2.15, and REST with `display_as=plaintext`. */
export type Form = "html" | "plain";

const bodyIn = (form: Form, body: string): string => (form === "html" ? body : plainText(body));

const tagOf = ({ id, name }: Tag) => ({ type: "tag", id, name });

/** Schema `admin`. */
export const adminView = ({ id, name, email, job_title, team_ids }: Admin) => ({
  type: "admin",
  id,
  name,
  email,
  job_title,
  away_mode_enabled: false,
  away_mode_reassign: false,
  has_inbox_seat: true,
  team_ids,
  avatar: null,
  team_priority_level: {},
});

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
  attachments: [],
  external_id: null,
  redacted: false,
  metadata: {},
  email_message_metadata: null,
  state: part.state,
  tags: part.tags.map(tagOf),
  event_details: part.event_details,
  app_package_code: part.app_package_code,
});

/** Schema `company`. */
export const companyView = (company: Company, appId: string) => ({
  type: "company",
  ...company,
  app_id: appId,
  remote_created_at: company.created_at,
  tags: { type: "tag.list", tags: [] },
  segments: { type: "segment.list", segments: [] },
});

function ratingView({ conversation_rating: rating, contact }: Conversation) {
  if (rating === null) return null;
  const { teammate_id, ...rest } = rating;
  const teammate = teammate_id === null ? null : { type: "admin", id: teammate_id };
  return { ...rest, contact: { type: "contact", ...contact }, ...(teammate ? { teammate } : {}) };
}

/** Schema `conversation_list_item`: a conversation without its parts. */
export function conversationView(conversation: Conversation, company: Company | null, appId: string, form: Form) {
  const { source, contact, company_id: _, teammate_ids, tags, ...rest } = conversation;
  const channel = source.type === "email" ? "email" : "messenger";
  return {
    type: "conversation",
    ...rest,
    // A snoozed conversation is open to Intercom; only a closed one is not.
    open: rest.state !== "closed",
    source: {
      type: source.type,
      id: source.id,
      delivered_as: "customer_initiated",
      subject: source.subject,
      body: bodyIn(form, source.body),
      author: authorView(source.author),
      attachments: [],
      url: source.url,
      redacted: false,
    },
    contacts: { type: "contact.list", contacts: [{ type: "contact", ...contact }] },
    first_contact_reply: { created_at: rest.created_at, type: source.type, url: source.url },
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
    linked_objects: { type: "list", data: [], total_count: 0, has_more: false },
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

/** What Intercom knows of devices and campaigns, and nobody here has: null, as for a contact that was imported. */
const unknownOfContact = Object.fromEntries(
  [
    "last_email_opened_at last_email_clicked_at browser browser_version os android_app_name android_app_version",
    "android_device android_os_version android_sdk_version android_last_seen_at ios_app_name ios_app_version",
    "ios_device ios_os_version ios_sdk_version ios_last_seen_at utm_campaign utm_content utm_medium utm_source",
    "utm_term referrer enabled_push_messaging avatar",
  ].flatMap((names) => names.split(" ").map((name) => [name, null])),
);

const listOf = (contact: string, name: string, data: readonly object[] = []) => ({
  type: "list",
  data,
  url: `/contacts/${contact}/${name}`,
  total_count: data.length,
  has_more: false,
});

/** Schema `contact`. */
export function contactView(contact: Contact, appId: string) {
  const { id, company_ids, location, ...rest } = contact;
  const companies = company_ids.map((company) => ({ type: "company", id: company, url: `/companies/${company}` }));
  return {
    type: "contact",
    id,
    workspace_id: appId,
    ...rest,
    email_domain: rest.email.split("@")[1] ?? "",
    has_hard_bounced: false,
    marked_email_as_spam: false,
    social_profiles: { type: "list", data: [] },
    location: { type: "location", ...location, country_code: null, continent_code: null },
    ...unknownOfContact,
    tags: listOf(id, "tags"),
    notes: listOf(id, "notes"),
    companies: listOf(id, "companies", companies.slice(0, 10)),
    opted_out_subscription_types: listOf(id, "subscriptions"),
    opted_in_subscription_types: listOf(id, "subscriptions"),
  };
}

/** Captures of webhooks have these besides. */
const onlyInWebhooks = { formatted_phone: null, sms_consent: false, unsubscribed_from_sms: false };

/** The same as webhooks carry it: instants as ISO-8601 strings, seen in captures up to 2026. */
export function contactInWebhook(contact: Contact, appId: string) {
  const view = Object.entries({ ...contactView(contact, appId), ...onlyInWebhooks });
  return Object.fromEntries(
    view.map(([name, value]) => [
      name,
      name.endsWith("_at") && typeof value === "number" ? new Date(value * 1000).toISOString() : value,
    ]),
  );
}
