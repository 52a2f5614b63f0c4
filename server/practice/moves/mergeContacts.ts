import type { Contact } from "../documents/people.ts";
import type { ContactReference } from "../documents/ticket.ts";
import type { Workspace } from "../workspace.ts";

/** Each once, by its id; the first one counts. */
const once = <T extends { id: string }>(all: readonly T[]): T[] =>
  [...new Map(all.toReversed().map((one) => [one.id, one])).values()].toReversed();

/**
 * The user with all that the lead had: conversations, tickets, tags, notes, companies and choices. What both have stays
 * the user's. Source: Intercom 2.16, POST /contacts/merge.
 */
export function mergeContacts(workspace: Workspace, lead: Contact, user: Contact, at: number): Contact {
  const { contacts, conversations, tickets, dataEvents } = workspace;
  const reference = { id: user.id, external_id: user.external_id };
  const renamed = (one: ContactReference) => (one.id === lead.id ? reference : one);
  for (const conversation of conversations.newest()) {
    const { contact, further_contacts } = conversation;
    if (![contact, ...further_contacts].some(({ id }) => id === lead.id)) continue;
    const [first = reference, ...others] = once([contact, ...further_contacts].map(renamed));
    conversations.put({ ...conversation, contact: first, further_contacts: others });
  }
  for (const ticket of tickets.all())
    if (ticket.contacts.some(({ id }) => id === lead.id))
      tickets.put({ ...ticket, contacts: once(ticket.contacts.map(renamed)) });
  for (const event of dataEvents.all())
    if (event.contact_id === lead.id) dataEvents.put({ ...event, contact_id: user.id });
  const merged: Contact = {
    ...user,
    name: user.name ?? lead.name,
    phone: user.phone ?? lead.phone,
    email: user.email || lead.email,
    custom_attributes: { ...lead.custom_attributes, ...user.custom_attributes },
    company_ids: [...new Set([...user.company_ids, ...lead.company_ids])],
    note_ids: [...user.note_ids, ...lead.note_ids],
    tags: once([...user.tags, ...lead.tags]),
    subscriptions: once([...user.subscriptions, ...lead.subscriptions]),
    last_replied_at: Math.max(user.last_replied_at ?? 0, lead.last_replied_at ?? 0) || null,
    merge_history: [
      { source_contact_id: lead.id, source_contact_role: lead.role, merged_at: at },
      ...user.merge_history,
    ],
    updated_at: at,
  };
  contacts.put(merged);
  contacts.put({ ...lead, merged_into: user.id, updated_at: at });
  return merged;
}
