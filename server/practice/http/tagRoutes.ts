import express, { type Router } from "express";
import { z } from "zod";
import type { Tag } from "../documents/team.ts";
import type { Moves } from "../moves/createMoves.ts";
import { tagView } from "../present/team.ts";
import type { Workspace } from "../workspace.ts";
import { contactAt } from "./contactAt.ts";
import { id } from "./ids.ts";
import { notFound, read } from "./refusal.ts";

const Given = z.object({
  name: z.string().trim().min(1).max(190),
  id: id.optional(),
  companies: z
    .array(z.object({ id: id.optional(), company_id: z.string().optional(), untag: z.boolean().default(false) }))
    .max(100)
    .optional(),
  users: z
    .array(z.object({ id, untag: z.boolean().default(false) }))
    .max(100)
    .optional(),
});

/** Intercom 2.16: GET and POST /tags, GET /tags/{id}. */
export function tagRoutes(workspace: Workspace, moves: Moves): Router {
  const { tags, companies } = workspace;
  const router = express.Router();

  router.get("/tags", (_request, response) => {
    response.json({ type: "list", data: tags.all().map(tagView) });
  });
  router.get("/tags/:id", (request, response) => {
    const tag = tags.get(request.params.id);
    if (!tag) throw notFound();
    response.json(tagView(tag));
  });
  /** Makes a tag, gives the one with this id another name, or finds it by name; then puts it on, or takes it off. */
  router.post("/tags", (request, response) => {
    const given = read(Given, request.body);
    const known = given.id === undefined ? tags.all().find(({ name }) => name === given.name) : tags.get(given.id);
    if (given.id !== undefined && !known) throw notFound("tag_not_found", "Tag not found");
    const tag: Tag = { id: known?.id ?? workspace.nextId(), name: given.name };
    const meant = (given.companies ?? []).map(({ id: wanted, company_id, untag }) => {
      const company = companies
        .all()
        .find((one) => (wanted === undefined ? one.company_id === company_id : one.id === wanted));
      if (!company) throw notFound("company_not_found", "Company Not Found");
      return { company, untag };
    });
    const people = (given.users ?? []).map(({ id: who, untag }) => ({ contact: contactAt(workspace, who), untag }));
    workspace.transaction(() => {
      tags.put(tag);
      for (const { company, untag } of meant) moves.companies.setTag(company, tag, !untag);
      for (const { contact, untag } of people)
        if (untag) moves.contacts.untag(contact.id, tag.id);
        else moves.contacts.tag(contact.id, tag);
    });
    response.json({
      ...tagView(tag),
      users: people.map(({ contact, untag }) => ({ id: contact.id, tagged: !untag })),
      companies: meant.map(({ company, untag }) => ({ id: company.id, tagged: !untag })),
    });
  });
  return router;
}
