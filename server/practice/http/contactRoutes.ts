import { randomUUID } from "node:crypto";
import express, { type Request, type Router } from "express";
import { z } from "zod";
import { AttributesIn, describeData } from "../attributes.ts";
import { Contact } from "../documents/people.ts";
import type { Moves } from "../moves/createMoves.ts";
import { contactView, mergeHistory } from "../present/contact.ts";
import { contactFields, contactInstant } from "../search/contactFields.ts";
import { faultIn, matches, Query } from "../search/query.ts";
import { segments } from "../seed/segments.ts";
import type { Workspace } from "../workspace.ts";
import { contactAt, present } from "./contactAt.ts";
import { fitAttributes } from "./ownAttributes.ts";
import { inOrder, pageOf, Paging } from "./pages.ts";
import { invalid, read, Refusal } from "./refusal.ts";

const name = z.string().max(255).nullable();
const instant = z.number().int().nullable();

/** Fields that Intercom lets write but shows nowhere that we use (`avatar`, `email_verified`) are accepted and left. */
const Given = z.object({
  role: z.enum(["user", "lead"]).optional(),
  external_id: z.string().max(255).optional(),
  email: z.union([z.email(), z.literal("")]).optional(),
  phone: name.optional(),
  name: name.optional(),
  owner_id: z.union([z.string(), z.number()]).transform(String).nullable().optional(),
  unsubscribed_from_emails: z.boolean().nullish(),
  signed_up_at: instant.optional(),
  last_seen_at: instant.optional(),
  language_override: name.optional(),
  custom_attributes: AttributesIn.nullish(),
});
type Given = z.infer<typeof Given>;

const Search = z.object({
  query: Query,
  pagination: Paging(50).nullish(),
  sort: z.object({ field: z.string(), order: z.string().default("descending") }).nullish(),
});

type Sort = z.infer<typeof Search>["sort"];

/** What a new contact has before anything is given. */
const blank = {
  external_id: null,
  email: "",
  phone: null,
  name: null,
  owner_id: null,
  unsubscribed_from_emails: false,
  signed_up_at: null,
  last_seen_at: null,
  last_replied_at: null,
  last_contacted_at: null,
  language_override: null,
  browser_language: null,
  location: { country: null, region: null, city: null },
  company_ids: [],
};

/** A contact before it is made, with what was given. */
export const unmade = (given: object): Omit<Contact, "id" | "created_at" | "updated_at"> =>
  Contact.omit({ id: true, created_at: true, updated_at: true }).parse({ ...blank, ...given });

/** Users are told apart by their own id and their address; leads only by the id. */
function conflict(all: readonly Contact[], { role, external_id, email }: Partial<Contact>, self: string | null) {
  const address = role === "user" && email ? email.toLowerCase() : null;
  return all.find(
    (one) =>
      one.id !== self &&
      one.merged_into === null &&
      ((external_id && one.external_id === external_id) ||
        (address !== null && one.role === "user" && one.email.toLowerCase() === address)),
  );
}

function orderOf(sort: Sort) {
  if (!sort) return { key: ({ updated_at }: Contact) => updated_at, ascending: false };
  if (sort.order !== "ascending" && sort.order !== "descending") {
    const words = `Invalid sort order '${sort.order}'. Must be one of: ascending, descending`;
    throw new Refusal(400, "invalid_sort_order", words);
  }
  const field = contactInstant(sort.field);
  if (!field) throw invalid(`The practice workspace cannot sort by ${sort.field}`, "sort.field");
  return { key: (contact: Contact) => field(contact) ?? 0, ascending: sort.order === "ascending" };
}

/** Intercom 2.16: GET and POST /contacts, POST /contacts/search, GET and PUT /contacts/{id}, GET …/find_by_external_id/{external_id} and …/merge_history. */
export function contactRoutes(workspace: Workspace, moves: Moves, now: () => number): Router {
  const { contacts, dataAttributes, appId } = workspace;
  const router = express.Router();
  const view = (contact: Contact) => contactView(contact, appId);
  /** With what was merged into it, where that is asked for; only users have such a history. */
  const fullView = (contact: Contact, { include_merge_history: wanted }: Request["query"]) => ({
    ...view(contact),
    ...(wanted === "true" && contact.role === "user" ? { merge_history: mergeHistory(contact) } : {}),
  });
  const listed = () => contacts.all().filter(({ archived, merged_into }) => !archived && merged_into === null);
  const described = () => dataAttributes.all().filter(({ model, custom }) => model === "contact" && custom);

  function fit({ custom_attributes, ...given }: Given, before: Contact | null) {
    const attributes = fitAttributes(custom_attributes, described().map(describeData));
    const fields = Object.fromEntries(
      Object.entries(given).filter(
        ([key, value]) => value !== undefined && !(key === "unsubscribed_from_emails" && value === null),
      ),
    );
    const other = conflict(contacts.all(), { role: before?.role ?? "user", ...before, ...fields }, before?.id ?? null);
    if (other) {
      const which = other.archived ? "An archived contact" : "A contact";
      throw new Refusal(409, "conflict", `${which} matching those details already exists with id=${other.id}`);
    }
    return { ...fields, custom_attributes: attributes };
  }

  router.get("/contacts", (request, response) => {
    const order = orderOf(null);
    const { shown, envelope } = pageOf(listed().toSorted(inOrder(order)), read(Paging(50), request.query), order);
    response.json({ type: "list", data: shown.map(view), ...envelope });
  });
  router.post("/contacts", (request, response) => {
    const given = read(Given, request.body);
    if (!given.email && !given.external_id && !given.role)
      throw new Refusal(400, "parameter_invalid", "You must provide an email, an external_id or a role");
    // Intercom gives every lead an id of this kind; a user has their own or none.
    const external = given.role === "lead" ? { external_id: randomUUID() } : {};
    response.json(view(moves.contacts.create(unmade({ role: "user", ...external, ...fit(given, null) }))));
  });
  router.post("/contacts/search", (request, response) => {
    const { query, pagination, sort } = read(Search, request.body);
    const dates = described().filter(({ data_type }) => data_type === "date");
    const at = Math.floor(now() / 1000);
    const segmentsOf = (contact: Contact) => segments.filter(({ holds }) => holds(contact, at)).map(({ id }) => id);
    const fields = contactFields(
      dates.map((date) => date.name),
      segmentsOf,
    );
    const fault = faultIn(query, fields);
    if (fault) throw invalid(fault.why, fault.field);
    const order = orderOf(sort);
    const found = listed().filter((contact) => matches(query, contact, fields));
    const paging = pagination ?? read(Paging(50), {});
    const { shown, envelope } = pageOf(found.toSorted(inOrder(order)), paging, order);
    response.json({ type: "list", data: shown.map((one) => fullView(one, request.query)), ...envelope });
  });
  router.get("/contacts/find_by_external_id/:id", (request, response) => {
    const found = contacts.all().find(({ external_id }) => external_id === request.params.id);
    response.json(fullView(present(found), request.query));
  });
  router.get("/contacts/:id", (request, response) => {
    response.json(fullView(contactAt(workspace, request.params.id), request.query));
  });
  router.get("/contacts/:id/merge_history", (request, response) => {
    const data = mergeHistory(contactAt(workspace, request.params.id));
    response.json({ type: "list", data, next_cursor: null, has_more: false });
  });
  router.put("/contacts/:id", (request, response) => {
    const before = contactAt(workspace, request.params.id);
    const changes = fit(read(Given, request.body), before);
    response.json(view(present(moves.contacts.update(before.id, changes))));
  });
  return router;
}
