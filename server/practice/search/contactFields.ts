import type { Contact } from "../documents/people.ts";
import type { Field, Fields } from "./query.ts";

const words: Record<string, Field<Contact>["read"]> = {
  id: ({ id }) => id,
  role: ({ role }) => role,
  name: ({ name }) => name,
  email: ({ email }) => email || null,
  email_domain: ({ email }) => email.split("@")[1] ?? null,
  phone: ({ phone }) => phone,
  external_id: ({ external_id }) => external_id,
  owner_id: ({ owner_id }) => owner_id,
  language_override: ({ language_override }) => language_override,
  browser_language: ({ browser_language }) => browser_language,
  "location.country": ({ location }) => location.country,
  "location.region": ({ location }) => location.region,
  "location.city": ({ location }) => location.city,
  unsubscribed_from_emails: ({ unsubscribed_from_emails }) => unsubscribed_from_emails,
  tag_id: ({ tags }) => tags.map(({ id }) => id),
};

const instants: Record<string, (contact: Contact) => number | null> = {
  created_at: ({ created_at }) => created_at,
  updated_at: ({ updated_at }) => updated_at,
  signed_up_at: ({ signed_up_at }) => signed_up_at,
  last_seen_at: ({ last_seen_at }) => last_seen_at,
  last_replied_at: ({ last_replied_at }) => last_replied_at,
  last_contacted_at: ({ last_contacted_at }) => last_contacted_at,
};

/** Instants that contacts can also be sorted by; null for any other field. */
export const contactInstant = (name: string): ((contact: Contact) => number | null) | null =>
  Object.hasOwn(instants, name) ? (instants[name] ?? null) : null;

/**
 * @param dates names of the custom attributes that are dates.
 * @param segmentsOf ids of the segments that hold a contact now.
 * Source: Intercom 2.16, POST /contacts/search.
 */
export function contactFields(
  dates: readonly string[],
  segmentsOf: (contact: Contact) => readonly string[],
): Fields<Contact> {
  return (name) => {
    if (name === "segment_id") return { read: segmentsOf };
    const instant = contactInstant(name);
    if (instant) return { read: instant, byDay: true };
    const [, attribute] = /^custom_attributes\.(.+)$/.exec(name) ?? [];
    if (attribute !== undefined) {
      const read = ({ custom_attributes }: Contact) => custom_attributes[attribute] ?? null;
      return dates.includes(attribute) ? { read, byDay: true } : { read };
    }
    const read = Object.hasOwn(words, name) ? words[name] : undefined;
    return read ? { read } : null;
  };
}
