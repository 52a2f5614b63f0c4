import type { Contact } from "../documents/people.ts";
import type { AppliedTag, Tag } from "../documents/team.ts";
import type { PeopleNotices } from "../notices/peopleNotices.ts";
import type { SubscriptionType } from "../seed/subscriptionTypes.ts";
import { tokenHolder, type Workspace } from "../workspace.ts";
import type { Changes } from "./changes.ts";
import { mergeContacts } from "./mergeContacts.ts";

/** What Intercom keeps apart from a change of any other field, each with its own topic. */
function milestones(before: Contact, after: Contact): string[] {
  const found: string[] = [];
  if (before.role === "lead" && after.role === "user") found.push("contact.lead.signed_up");
  if (before.email !== after.email && after.email !== "")
    found.push(before.email === "" && before.role === "lead" ? "contact.lead.added_email" : "contact.email.updated");
  return found;
}

/** Everything that changes a contact, with what it notifies of, in one commit. */
export function contactMoves(workspace: Workspace, notices: PeopleNotices, { seconds, commit }: Changes) {
  const { contacts } = workspace;

  /** Changes without a notification; null where there is none with this id. */
  function amend(id: string, change: (contact: Contact) => Partial<Contact>): Contact | null {
    const before = contacts.get(id);
    if (!before) return null;
    const after = { ...before, ...change(before), updated_at: seconds() };
    contacts.put(after);
    return after;
  }

  return {
    create: (given: Omit<Contact, "id" | "created_at" | "updated_at">, id = workspace.nextObjectId()): Contact =>
      commit(() => {
        const at = seconds();
        const contact = { ...given, id, created_at: at, updated_at: at };
        contacts.put(contact);
        notices.contact(`contact.${contact.role}.created`, contact, at);
        return contact;
      }),
    update: (id: string, changes: Partial<Contact>): Contact | null =>
      commit(() => {
        const before = contacts.get(id);
        const custom_attributes = { ...before?.custom_attributes, ...changes.custom_attributes };
        const after = amend(id, () => ({ ...changes, custom_attributes }));
        if (!before || !after) return null;
        for (const topic of milestones(before, after)) notices.contact(topic, after, seconds());
        if (before.unsubscribed_from_emails !== after.unsubscribed_from_emails)
          notices.subscription(after.unsubscribed_from_emails ? "unsubscribed" : "subscribed", after, [], seconds());
        notices.contact(`contact.${after.role}.updated`, after, seconds());
        return after;
      }),
    archive: (id: string, archived: boolean): Contact | null =>
      commit(() => {
        const contact = amend(id, () => ({ archived }));
        if (contact && archived) notices.archived(contact, seconds());
        else if (contact) notices.contact("contact.unarchive", contact, seconds());
        return contact;
      }),
    /** Blocks: what they have open is closed, and nobody is told of the block itself. */
    block: (id: string): Contact | null => commit(() => amend(id, () => ({ blocked: true }))),
    /** Makes a lead part of a user; the lead's id is gone. */
    merge: (lead: Contact, user: Contact): Contact =>
      commit(() => {
        const merged = mergeContacts(workspace, lead, user, seconds());
        notices.merged(merged, lead.id, seconds());
        return merged;
      }),
    tag: (id: string, tag: Tag): AppliedTag | null =>
      commit(() => {
        const by = { type: "admin" as const, id: tokenHolder(workspace).id };
        const applied = { ...tag, applied_at: seconds(), applied_by: by };
        const contact = amend(id, ({ tags }) => ({ tags: [...tags.filter((one) => one.id !== tag.id), applied] }));
        if (contact) notices.contactTag("created", contact, applied, seconds());
        return contact && applied;
      }),
    /** Takes it off; null where it was not on. */
    untag: (id: string, tag: string): AppliedTag | null =>
      commit(() => {
        const applied = contacts.get(id)?.tags.find((one) => one.id === tag);
        if (!applied) return null;
        const contact = amend(id, ({ tags }) => ({ tags: tags.filter((one) => one.id !== tag) }));
        if (contact) notices.contactTag("deleted", contact, applied, seconds());
        return applied;
      }),
    subscribe: (id: string, type: SubscriptionType, consent_type: "opt_in" | "opt_out"): void =>
      commit(() => {
        const contact = amend(id, ({ subscriptions }) => ({
          subscriptions: [...subscriptions.filter((one) => one.id !== type.id), { id: type.id, consent_type }],
        }));
        const what = consent_type === "opt_in" ? "subscribed" : "unsubscribed";
        if (contact) notices.subscription(what, contact, [type], seconds());
      }),
    /** Forgets what was chosen; false where nothing was. */
    forgetSubscription: (id: string, type: SubscriptionType): boolean =>
      commit(() => {
        const chosen = contacts.get(id)?.subscriptions.find((one) => one.id === type.id);
        if (!chosen) return false;
        const contact = amend(id, ({ subscriptions }) => ({
          subscriptions: subscriptions.filter((one) => one.id !== type.id),
        }));
        const what = chosen.consent_type === "opt_in" ? "unsubscribed" : "subscribed";
        if (contact) notices.subscription(what, contact, [type], seconds());
        return true;
      }),
  };
}

export type ContactMoves = ReturnType<typeof contactMoves>;
