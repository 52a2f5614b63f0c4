import express, { type Router } from "express";
import { z } from "zod";
import { AttributesIn, describeData } from "../attributes.ts";
import type { Company } from "../documents/people.ts";
import type { Moves } from "../moves/createMoves.ts";
import { companyView } from "../present/company.ts";
import { contactView, noteView } from "../present/contact.ts";
import { tokenHolder, type Workspace } from "../workspace.ts";
import { onePage } from "./contactLinkRoutes.ts";
import { id, said } from "./ids.ts";
import { fitAttributes } from "./ownAttributes.ts";
import { invalid, notFound, read } from "./refusal.ts";

const Given = z.strictObject({
  name: z.string().max(255).optional(),
  plan: z.string().max(255).optional(),
  size: z.number().int().optional(),
  website: z.string().max(2_000).optional(),
  industry: z.string().max(255).optional(),
  // Kept in whole units. Source: Intercom 2.16, schema `create_or_update_company_request`.
  monthly_spend: z.number().transform(Math.trunc).optional(),
  custom_attributes: AttributesIn.optional(),
});
const Upserted = Given.extend({
  company_id: id.optional(),
  remote_created_at: z.number().int().optional(),
  update_last_request_at: z.boolean().optional(),
});

const Listing = z.object({
  name: z.string().optional(),
  company_id: z.string().optional(),
  tag_id: z.string().optional(),
  segment_id: z.string().optional(),
  page: z.coerce.number().int().min(1).default(1),
  per_page: z.coerce.number().int().min(1).max(60).default(15),
  order: z.enum(["asc", "desc"]).default("desc"),
});
type Listing = z.infer<typeof Listing>;

const Written = z.object({ body: said, admin_id: id.optional() });

const defined = <T extends object>(given: T) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));

/** Intercom 2.16: GET and POST /companies, POST /companies/list, GET and PUT /companies/{id}, its contacts, segments and notes. */
export function companyRoutes(workspace: Workspace, moves: Moves, now: () => number): Router {
  const { companies, contacts, notes, admins, dataAttributes, appId } = workspace;
  const router = express.Router();
  const view = (company: Company) => companyView(company, appId);
  const companyNotFound = () => notFound("company_not_found", "Company Not Found");
  const find = (wanted: string): Company => {
    const found = companies.get(wanted);
    if (!found) throw companyNotFound();
    return found;
  };

  function fit({ custom_attributes, ...given }: z.infer<typeof Given>) {
    const described = dataAttributes.all().filter(({ model, custom }) => model === "company" && custom);
    return { ...defined(given), custom_attributes: fitAttributes(custom_attributes, described.map(describeData)) };
  }

  /** Pages are numbered here, not followed by a cursor. */
  function listBody(found: readonly Company[], { page, per_page, order }: Listing) {
    const sign = order === "asc" ? 1 : -1;
    const sorted = found.toSorted((a, b) => sign * ((a.last_request_at ?? 0) - (b.last_request_at ?? 0)));
    const pages = { type: "pages", next: null, page, per_page, total_pages: Math.ceil(found.length / per_page) };
    const data = sorted.slice((page - 1) * per_page, page * per_page).map(view);
    return { type: "list", data, pages, total_count: found.length };
  }

  /** One that nobody belongs to is hidden from lists. */
  const visible = () => companies.all().filter(({ user_count }) => user_count > 0);

  router.get("/companies", (request, response) => {
    const wanted = read(Listing, request.query);
    const { name, company_id, tag_id, segment_id } = wanted;
    if (segment_id !== undefined) throw invalid("The practice workspace has no segments of companies", "segment_id");
    if (name !== undefined || company_id !== undefined) {
      const found = companies
        .all()
        .filter(
          (one) =>
            (name === undefined || one.name === name) && (company_id === undefined || one.company_id === company_id),
        );
      if (found.length === 0) throw companyNotFound();
      return response.json(listBody(found, wanted));
    }
    const tagged = ({ tags }: Company) => tag_id === undefined || tags.some((tag) => tag.id === tag_id);
    return response.json(listBody(visible().filter(tagged), wanted));
  });
  router.post("/companies/list", (request, response) => {
    response.json(listBody(visible(), read(Listing, request.query)));
  });
  router.post("/companies", (request, response) => {
    const { company_id, remote_created_at, update_last_request_at, ...given } = read(Upserted, request.body ?? {});
    if (company_id === undefined && given.name === undefined)
      throw invalid("A company needs a company_id or a name", "company_id");
    const known = companies.all().find(({ name }) => company_id === undefined && name === given.name);
    const changes = {
      ...fit(given),
      ...(remote_created_at === undefined ? {} : { remote_created_at }),
      ...(update_last_request_at ? { last_request_at: Math.floor(now() / 1000) } : {}),
    };
    response.json(view(moves.companies.upsert(company_id ?? known?.company_id ?? workspace.nextObjectId(), changes)));
  });
  router.get("/companies/:id", (request, response) => {
    response.json(view(find(request.params.id)));
  });
  router.put("/companies/:id", (request, response) => {
    const company = find(request.params.id);
    response.json(view(moves.companies.update(company, fit(read(Given, request.body ?? {})))));
  });
  router.get("/companies/:id/contacts", (request, response) => {
    const { id: company } = find(request.params.id);
    const found = contacts.all().filter((one) => one.company_ids.includes(company) && one.merged_into === null);
    const { pages, total_count } = onePage(found.length);
    response.json({ type: "list", data: found.map((one) => contactView(one, appId)), total_count, pages });
  });
  router.get("/companies/:id/segments", (request, response) => {
    find(request.params.id);
    response.json({ type: "list", data: [] });
  });
  router.get("/companies/:id/notes", (request, response) => {
    const { id: company } = find(request.params.id);
    const found = notes.all().filter(({ about }) => about.type === "company" && about.id === company);
    const data = found.toReversed().map((note) => noteView(note, admins.get(note.admin_id) ?? tokenHolder(workspace)));
    response.json({ type: "list", data, ...onePage(data.length) });
  });
  router.post("/companies/:id/notes", (request, response) => {
    const company = find(request.params.id);
    const { body, admin_id } = read(Written, request.body);
    const author = admin_id === undefined ? tokenHolder(workspace) : admins.get(admin_id);
    if (!author) throw notFound();
    response.json(noteView(moves.companies.note({ type: "company", id: company.id }, author.id, body), author));
  });
  return router;
}
