import express, { type Router } from "express";
import { z } from "zod";
import { AttributesIn, checkAttributes, describeData } from "../attributes.ts";
import type { Contact } from "../documents/people.ts";
import type { Moves } from "../moves.ts";
import { companyView } from "../present/company.ts";
import { contactView } from "../present/contact.ts";
import type { Workspace } from "../workspace.ts";
import { pageOf, Paging } from "./pages.ts";
import { notFound, read, Refusal } from "./refusal.ts";

const name = z.string().max(255).nullable();
const instant = z.number().int().nullable();

const Changes = z.object({
  role: z.enum(["user", "lead"]).optional(),
  external_id: z.string().max(255).optional(),
  email: z.union([z.email(), z.literal("")]).optional(),
  phone: name.optional(),
  name: name.optional(),
  owner_id: z.union([z.string(), z.number()]).transform(String).nullable().optional(),
  unsubscribed_from_emails: z.boolean().optional(),
  signed_up_at: instant.optional(),
  last_seen_at: instant.optional(),
  language_override: name.optional(),
  custom_attributes: AttributesIn.nullish(),
});

const userNotFound = () => notFound("not_found", "User Not Found");

/** Intercom 2.16: GET /contacts, GET and PUT /contacts/{id}, GET /contacts/{id}/companies, GET /companies/{id}. */
export function contactRoutes(workspace: Workspace, moves: Moves): Router {
  const { contacts, companies, dataAttributes, appId } = workspace;
  const router = express.Router();
  const find = (id: string): Contact => {
    const found = contacts.get(id);
    if (!found) throw userNotFound();
    return found;
  };

  router.get("/contacts", (request, response) => {
    const newestFirst = contacts.all().toSorted((a, b) => b.updated_at - a.updated_at || (a.id < b.id ? 1 : -1));
    const { shown, envelope } = pageOf(newestFirst, read(Paging(50), request.query));
    response.json({ type: "list", data: shown.map((contact) => contactView(contact, appId)), ...envelope });
  });
  router.get("/contacts/:id", (request, response) => {
    response.json(contactView(find(request.params.id), appId));
  });
  router.put("/contacts/:id", (request, response) => {
    find(request.params.id);
    const { custom_attributes, ...changes } = read(Changes, request.body);
    const described = dataAttributes.all().filter(({ model, custom }) => model === "contact" && custom);
    const checked = checkAttributes(custom_attributes ?? {}, described.map(describeData));
    if (checked.outcome !== "fits")
      throw new Refusal(checked.outcome === "unknown" ? 400 : 422, "parameter_invalid", checked.why, checked.name);
    const given = Object.entries(changes).filter(([, value]) => value !== undefined);
    const updated = moves.updateContact(request.params.id, {
      ...Object.fromEntries(given),
      custom_attributes: checked.values,
    });
    if (!updated) throw userNotFound();
    response.json(contactView(updated, appId));
  });
  router.get("/contacts/:id/companies", (request, response) => {
    const found = find(request.params.id).company_ids.flatMap((id) => companies.get(id) ?? []);
    response.json({
      type: "list",
      // The description's schema says `companies`; its example, and Intercom, say `data`.
      data: found.map((company) => companyView(company, appId)),
      pages: { type: "pages", next: null, page: 1, per_page: 50, total_pages: 1 },
      total_count: found.length,
    });
  });
  router.get("/companies/:id", (request, response) => {
    const company = companies.get(request.params.id);
    if (!company) throw notFound("company_not_found", "Company Not Found");
    response.json(companyView(company, appId));
  });
  return router;
}
