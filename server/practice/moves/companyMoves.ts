import type { Company, Contact, Note } from "../documents/people.ts";
import type { Tag } from "../documents/team.ts";
import type { PeopleNotices } from "../notices/peopleNotices.ts";
import { tokenHolder, type Workspace } from "../workspace.ts";
import type { Changes } from "./changes.ts";

/** What is given of a company, by Intercom's names; what is left out stays as it is. */
export interface CompanyGiven extends Partial<Omit<Company, "plan">> {
  plan?: string;
}

/** Everything that changes a company, or notes on it and on contacts, with what it notifies of, in one commit. */
export function companyMoves(workspace: Workspace, notices: PeopleNotices, { seconds, commit }: Changes) {
  const { companies, contacts, notes } = workspace;

  /** A plan is known by its name; a new name is a new plan. */
  function planNamed(name: string | undefined): Pick<Company, "plan"> | object {
    if (name === undefined) return {};
    if (name === "") return { plan: null };
    const known = companies.all().find(({ plan }) => plan?.name === name)?.plan;
    return { plan: known ?? { type: "plan" as const, id: workspace.nextId(), name } };
  }

  function write(before: Company, { plan, custom_attributes, ...given }: CompanyGiven): Company {
    const attributes = { ...before.custom_attributes, ...custom_attributes };
    const after = { ...before, ...given, ...planNamed(plan), custom_attributes: attributes, updated_at: seconds() };
    companies.put(after);
    return after;
  }

  function countUsers(company: Company, by: 1 | -1): Company {
    return write(company, { user_count: Math.max(0, company.user_count + by) });
  }

  return {
    /** Makes the company of this `company_id`, or changes the one there is. */
    upsert: (company_id: string, given: CompanyGiven): Company =>
      commit(() => {
        const known = companies.all().find((one) => one.company_id === company_id);
        const at = seconds();
        const blank: Company = {
          id: workspace.nextObjectId(),
          company_id,
          name: company_id,
          plan: null,
          remote_created_at: null,
          created_at: at,
          updated_at: at,
          last_request_at: null,
          size: null,
          website: null,
          industry: null,
          monthly_spend: 0,
          session_count: 0,
          user_count: 0,
          custom_attributes: {},
          tags: [],
        };
        const company = write(known ?? blank, given);
        notices.company(known ? "updated" : "created", company, at);
        return company;
      }),
    update: (company: Company, given: CompanyGiven): Company =>
      commit(() => {
        const after = write(company, given);
        notices.company("updated", after, seconds());
        return after;
      }),
    attach: (contact: Contact, company: Company): Company =>
      commit(() => {
        if (contact.company_ids.includes(company.id)) return company;
        const joined = { ...contact, company_ids: [...contact.company_ids, company.id], updated_at: seconds() };
        contacts.put(joined);
        const after = countUsers(company, 1);
        notices.companyContact("attached", after, joined, seconds());
        return after;
      }),
    detach: (contact: Contact, company: Company): Company =>
      commit(() => {
        const company_ids = contact.company_ids.filter((id) => id !== company.id);
        const left = { ...contact, company_ids, updated_at: seconds() };
        contacts.put(left);
        const after = countUsers(company, -1);
        notices.companyContact("detached", after, left, seconds());
        return after;
      }),
    /** Puts a tag on it, or takes it off. */
    setTag: (company: Company, tag: Tag, on: boolean): void =>
      commit(() => {
        const others = company.tags.filter(({ id }) => id !== tag.id);
        const by = { type: "admin" as const, id: tokenHolder(workspace).id };
        const tags = on ? [...others, { ...tag, applied_at: seconds(), applied_by: by }] : others;
        notices.company("updated", write(company, { tags }), seconds());
      }),
    /** Writes on a contact or a company; Intercom tells nobody. @param body HTML. */
    note: (about: Note["about"], admin_id: string, body: string): Note =>
      commit(() => {
        const note = { id: workspace.nextId(), about, created_at: seconds(), admin_id, body };
        notes.put(note);
        const contact = about.type === "contact" ? contacts.get(about.id) : null;
        if (contact) contacts.put({ ...contact, note_ids: [note.id, ...contact.note_ids] });
        return note;
      }),
  };
}

export type CompanyMoves = ReturnType<typeof companyMoves>;
