import type { Company, Contact, DataEvent } from "../documents/people.ts";
import type { AppliedTag, Admin } from "../documents/team.ts";
import { companyBesideContact, companyView } from "../present/company.ts";
import { contactInWebhook } from "../present/contact.ts";
import { dataEventView } from "../present/dataEvent.ts";
import { subscriptionTypeView } from "../present/subscriptionType.ts";
import { adminView, appliedTagView } from "../present/team.ts";
import type { SubscriptionType } from "../seed/subscriptionTypes.ts";
import type { Workspace } from "../workspace.ts";
import { createAnnounce } from "./announce.ts";

/** What is told of contacts, companies and teammates. `at` is in epoch seconds. */
export function peopleNotices(workspace: Workspace) {
  const { appId } = workspace;
  const announce = createAnnounce(workspace);
  const itemOf = (contact: Contact) => contactInWebhook(contact, appId);
  return {
    contact: (topic: string, contact: Contact, at: number): void => announce(topic, itemOf(contact), at),
    merged: (into: Contact, from: string, at: number): void =>
      announce("contact.merged", { ...itemOf(into), merged_from: { type: "contact", id: from } }, at),
    archived: ({ id, external_id }: Contact, at: number): void =>
      announce("contact.archived", { id, external_id, type: "contact", archived: true }, at),
    contactTag(what: "created" | "deleted", contact: Contact, tag: AppliedTag, at: number): void {
      const item = { type: "contact_tag", created_at: at, tag: appliedTagView(tag), contact: itemOf(contact) };
      announce(`contact.${contact.role}.tag.${what}`, item, at);
    },
    /** @param types empty where it is all e-mail that was allowed or forbidden. */
    subscription(
      what: "subscribed" | "unsubscribed",
      contact: Contact,
      types: readonly SubscriptionType[],
      at: number,
    ) {
      const type = what === "subscribed" ? "contact_subscribe" : "contact_unsubscribe";
      const subscription_types = { type: "list", data: types.map(subscriptionTypeView) };
      announce(`contact.${what}`, { type, contact: itemOf(contact), subscription_types, created_at: at }, at);
    },
    company: (what: "created" | "updated", company: Company, at: number): void =>
      announce(`company.${what}`, companyView(company, appId), at),
    companyContact(what: "attached" | "detached", company: Company, contact: Contact, at: number): void {
      const item = { company: companyBesideContact(company, appId), contact: itemOf(contact) };
      announce(`company.contact.${what}`, item, at);
    },
    dataEvent: (event: DataEvent, contact: Contact, at: number): void =>
      announce("event.created", dataEventView(event, contact), at),
    away: (admin: Admin, at: number): void => announce("admin.away_mode_updated", adminView(admin), at),
    visitorSignedUp: (visitor: object, at: number): void => announce("visitor.signed_up", visitor, at),
  };
}

export type PeopleNotices = ReturnType<typeof peopleNotices>;
