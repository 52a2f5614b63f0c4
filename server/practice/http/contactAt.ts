import type { Contact } from "../documents/people.ts";
import type { Workspace } from "../workspace.ts";
import { notFound, Refusal } from "./refusal.ts";

export const userNotFound = () => notFound("not_found", "User Not Found");

/** @throws Refusal 404 for none, 410 for one that was merged, pointing to what it is now. */
export function present(contact: Contact | null | undefined): Contact {
  if (!contact) throw userNotFound();
  if (contact.merged_into === null) return contact;
  const words = "This contact has been merged. See the 'Link' header for the canonical contact.";
  throw new Refusal(410, "contact_merged", words, null, `</contacts/${contact.merged_into}>; rel="canonical"`);
}

/** The contact with this id. @throws Refusal as `present`. */
export const contactAt = ({ contacts }: Workspace, id: string): Contact => present(contacts.get(id));

/** How bodies name somebody: by Intercom's id, by the workspace's own, or by address. */
export interface Named {
  intercom_user_id?: string | undefined;
  user_id?: string | undefined;
  email?: string | undefined;
}

/** The contact that a body names, never one that was merged or archived; null where there is none. */
export function contactNamed({ contacts }: Workspace, { intercom_user_id, user_id, email }: Named): Contact | null {
  if (intercom_user_id !== undefined) return contacts.get(intercom_user_id);
  const living = contacts.all().filter(({ merged_into, archived }) => merged_into === null && !archived);
  if (user_id !== undefined) return living.find(({ external_id }) => external_id === user_id) ?? null;
  const address = email?.toLowerCase() ?? "";
  // Leads may share an address with a user; the user is meant.
  const there = living.filter((one) => address !== "" && one.email.toLowerCase() === address);
  return there.find(({ role }) => role === "user") ?? there[0] ?? null;
}
