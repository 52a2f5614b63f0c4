import type { Contact, Note } from "../documents/people.ts";
import type { Admin } from "../documents/team.ts";
import { inIso } from "./instants.ts";
import { adminView } from "./team.ts";

/** What Intercom knows of devices and campaigns, and nobody here has: null, as for a contact that was imported. */
const unknownOfContact = Object.fromEntries(
  [
    "last_email_opened_at last_email_clicked_at browser browser_version os android_app_name android_app_version",
    "android_device android_os_version android_sdk_version android_last_seen_at ios_app_name ios_app_version",
    "ios_device ios_os_version ios_sdk_version ios_last_seen_at utm_campaign utm_content utm_medium utm_source",
    "utm_term referrer enabled_push_messaging avatar",
  ].flatMap((names) => names.split(" ").map((name) => [name, null])),
);

const mostListed = 10;

/** Schema `addressable_list`: at most ten, and how many there are. */
const listOf = (contact: string, name: string, type: string, ids: readonly string[] = []) => ({
  type: "list",
  data: ids.slice(0, mostListed).map((id) => ({ type, id, url: `/${name}/${id}` })),
  url: `/contacts/${contact}/${name}`,
  total_count: ids.length,
  has_more: ids.length > mostListed,
});

/** Schema `contact`. */
export function contactView(contact: Contact, appId: string) {
  const { id, company_ids, note_ids, location, tags, subscriptions, archived: _, blocked: __, ...more } = contact;
  const { merged_into: ___, merge_history: ____, ...rest } = more;
  const chosen = (consent: "opt_in" | "opt_out") => {
    const ids = subscriptions.filter(({ consent_type }) => consent_type === consent).map((one) => one.id);
    return listOf(id, "subscriptions", "subscription", ids);
  };
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
    tags: listOf(
      id,
      "tags",
      "tag",
      tags.map((tag) => tag.id),
    ),
    notes: listOf(id, "notes", "note", note_ids),
    companies: listOf(id, "companies", "company", company_ids),
    opted_out_subscription_types: chosen("opt_out"),
    opted_in_subscription_types: chosen("opt_in"),
  };
}

/** Schema `merge_history_item`, the newest first. */
export const mergeHistory = ({ merge_history }: Contact) =>
  merge_history.map((merge) => ({ type: "merge_history", ...merge }));

/** Captures of webhooks have these besides. */
const onlyInWebhooks = { formatted_phone: null, sms_consent: false, unsubscribed_from_sms: false };

/** The same as webhooks carry it. */
export const contactInWebhook = (contact: Contact, appId: string) =>
  inIso({ ...contactView(contact, appId), ...onlyInWebhooks });

/** Schema `contact_reference`. */
export const contactReference = ({ id, external_id }: Contact) => ({ type: "contact", id, external_id });

/** Schema `note`. */
export const noteView = ({ id, about, created_at, body }: Note, author: Admin) => ({
  type: "note",
  id,
  created_at,
  [about.type]: about,
  author: adminView(author),
  body,
});
