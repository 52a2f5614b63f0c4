import express, { type Router } from "express";
import { z } from "zod";
import type { Moves } from "../moves/createMoves.ts";
import { companyView } from "../present/company.ts";
import { noteView } from "../present/contact.ts";
import { segmentView } from "../present/segment.ts";
import { subscriptionTypeView } from "../present/subscriptionType.ts";
import { appliedTagView } from "../present/team.ts";
import { segments } from "../seed/segments.ts";
import { subscriptionTypes } from "../seed/subscriptionTypes.ts";
import { tokenHolder, type Workspace } from "../workspace.ts";
import { contactAt } from "./contactAt.ts";
import { id, said } from "./ids.ts";
import { notFound, read } from "./refusal.ts";

const One = z.object({ id });
const Written = z.object({ body: said, admin_id: id.optional() });
const Choice = z.object({ id, consent_type: z.enum(["opt_in", "opt_out"]) });

export const onePage = (count: number) => ({
  pages: { type: "pages", next: null, page: 1, per_page: 50, total_pages: Math.ceil(count / 50) },
  total_count: count,
});

/** Intercom 2.16: tags, notes, companies, subscriptions and segments of /contacts/{id}. */
export function contactLinkRoutes(workspace: Workspace, moves: Moves, madeAt: number, now: () => number): Router {
  const { companies, tags, notes, admins, appId } = workspace;
  const router = express.Router();
  const companyNotFound = () => notFound("company_not_found", "Company Not Found");
  const subscriptionType = (wanted: string) => {
    const found = subscriptionTypes.find((type) => type.id === wanted);
    if (!found) throw notFound();
    return found;
  };

  router.get("/contacts/:id/tags", (request, response) => {
    response.json({ type: "list", data: contactAt(workspace, request.params.id).tags.map(appliedTagView) });
  });
  router.post("/contacts/:id/tags", (request, response) => {
    const contact = contactAt(workspace, request.params.id);
    const tag = tags.get(read(One, request.body).id);
    const applied = tag && moves.contacts.tag(contact.id, tag);
    if (!applied) throw notFound();
    response.json(appliedTagView(applied));
  });
  router.delete("/contacts/:id/tags/:tag", (request, response) => {
    const applied = moves.contacts.untag(contactAt(workspace, request.params.id).id, request.params.tag);
    if (!applied) throw notFound();
    response.json(appliedTagView(applied));
  });

  router.get("/contacts/:id/notes", (request, response) => {
    const found = contactAt(workspace, request.params.id).note_ids.flatMap((note) => notes.get(note) ?? []);
    const data = found.map((note) => noteView(note, admins.get(note.admin_id) ?? tokenHolder(workspace)));
    response.json({ type: "list", data, ...onePage(data.length) });
  });
  router.post("/contacts/:id/notes", (request, response) => {
    const contact = contactAt(workspace, request.params.id);
    const { body, admin_id } = read(Written, request.body);
    const author = admin_id === undefined ? tokenHolder(workspace) : admins.get(admin_id);
    if (!author) throw notFound();
    response.json(noteView(moves.companies.note({ type: "contact", id: contact.id }, author.id, body), author));
  });

  router.get("/contacts/:id/companies", (request, response) => {
    const found = contactAt(workspace, request.params.id).company_ids.flatMap((one) => companies.get(one) ?? []);
    // The description's schema says `companies`; its example, and Intercom, say `data`.
    const data = found.map((company) => companyView(company, appId));
    response.json({ type: "list", data, ...onePage(data.length) });
  });
  router.post("/contacts/:id/companies", (request, response) => {
    const contact = contactAt(workspace, request.params.id);
    const company = companies.get(read(One, request.body).id);
    if (!company) throw companyNotFound();
    response.json(companyView(moves.companies.attach(contact, company), appId));
  });
  router.delete("/contacts/:id/companies/:company", (request, response) => {
    const contact = contactAt(workspace, request.params.id);
    const company = companies.get(request.params.company);
    if (!company || !contact.company_ids.includes(company.id)) throw companyNotFound();
    response.json(companyView(moves.companies.detach(contact, company), appId));
  });

  router.get("/contacts/:id/subscriptions", (request, response) => {
    const chosen = contactAt(workspace, request.params.id).subscriptions.map((one) => subscriptionType(one.id));
    response.json({ type: "list", data: chosen.map(subscriptionTypeView) });
  });
  router.post("/contacts/:id/subscriptions", (request, response) => {
    const contact = contactAt(workspace, request.params.id);
    const { id: wanted, consent_type } = read(Choice, request.body);
    const type = subscriptionType(wanted);
    moves.contacts.subscribe(contact.id, type, consent_type);
    response.json(subscriptionTypeView(type));
  });
  router.delete("/contacts/:id/subscriptions/:subscription", (request, response) => {
    const contact = contactAt(workspace, request.params.id);
    const type = subscriptionType(request.params.subscription);
    if (!moves.contacts.forgetSubscription(contact.id, type)) throw notFound();
    response.json(subscriptionTypeView(type));
  });

  router.get("/contacts/:id/segments", (request, response) => {
    const contact = contactAt(workspace, request.params.id);
    const data = segments.filter((segment) => segment.holds(contact, Math.floor(now() / 1000)));
    response.json({ type: "list", data: data.map((segment) => segmentView(segment, madeAt)) });
  });
  return router;
}
