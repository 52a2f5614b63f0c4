import { createHash } from "node:crypto";
import type { Contact, DataEvent, Visitor } from "../documents/people.ts";
import type { Admin } from "../documents/team.ts";
import type { PeopleNotices } from "../notices/peopleNotices.ts";
import { visitorView } from "../present/visitor.ts";
import type { Workspace } from "../workspace.ts";
import type { Changes } from "./changes.ts";
import type { ContactMoves } from "./contactMoves.ts";

/** The same for the same words, and written as Intercom writes the ids of events. */
const identityOf = (...words: string[]): string =>
  createHash("sha256")
    .update(JSON.stringify(words))
    .digest("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5");

/** What is done to visitors and teammates, and what contacts do elsewhere, with what it notifies of, in one commit. */
export function peopleMoves(
  workspace: Workspace,
  notices: PeopleNotices,
  { seconds, commit }: Changes,
  contacts: ContactMoves,
) {
  const { visitors, dataEvents, admins, appId } = workspace;
  return {
    updateVisitor: (visitor: Visitor, changes: Partial<Pick<Visitor, "name" | "custom_attributes">>): Visitor =>
      commit(() => {
        const custom_attributes = { ...visitor.custom_attributes, ...changes.custom_attributes };
        const after = { ...visitor, ...changes, custom_attributes, updated_at: seconds() };
        visitors.put(after);
        return after;
      }),
    /** Makes a visitor a contact, under the same id, or part of one there is (`known`). */
    convert: (visitor: Visitor, given: Parameters<ContactMoves["create"]>[0], known: Contact | null): Contact =>
      commit(() => {
        if (given.role === "user") notices.visitorSignedUp(visitorView(visitor, appId), seconds());
        const attributes = { ...visitor.custom_attributes, ...known?.custom_attributes };
        const contact = known
          ? contacts.update(known.id, { custom_attributes: attributes, last_seen_at: visitor.last_request_at })
          : contacts.create(given, visitor.id);
        if (!contact) throw new Error(`Contact ${known?.id} is gone`);
        visitors.put({ ...visitor, converted_to: contact.id, updated_at: seconds() });
        return contact;
      }),
    /** Keeps what a contact did elsewhere, each once by contact, name and time. */
    record: (contact: Contact, event: Omit<DataEvent, "id" | "contact_id">): void =>
      commit(() => {
        const id = identityOf(contact.id, event.event_name, String(event.created_at));
        if (dataEvents.get(id)) return;
        const kept = { ...event, id, contact_id: contact.id };
        dataEvents.put(kept);
        notices.dataEvent(kept, contact, seconds());
      }),
    setAway: (
      admin: Admin,
      away: Pick<Admin, "away_mode_enabled" | "away_mode_reassign" | "away_status_reason_id">,
    ): Admin =>
      commit(() => {
        const after = { ...admin, ...away };
        admins.put(after);
        if (after.away_mode_enabled !== admin.away_mode_enabled) notices.away(after, seconds());
        return after;
      }),
  };
}

export type PeopleMoves = ReturnType<typeof peopleMoves>;
