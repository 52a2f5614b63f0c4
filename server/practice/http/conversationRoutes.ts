import express, { type Router } from "express";
import { z } from "zod";
import { AttributesIn, describeConversation } from "../attributes.ts";
import type { AttributeValue } from "../documents/attributes.ts";
import type { Conversation } from "../documents/conversation.ts";
import type { Moves } from "../moves/createMoves.ts";
import { conversationFields } from "../search/conversationFields.ts";
import { faultIn, matches, Query } from "../search/query.ts";
import type { Workspace } from "../workspace.ts";
import { actingAdmin } from "./actingAdmin.ts";
import { pageOf, Paging } from "./pages.ts";
import { id } from "./ids.ts";
import { fitAttributes } from "./ownAttributes.ts";
import { invalid, notFound, read } from "./refusal.ts";
import { showConversation } from "./showConversation.ts";

const Search = z.object({ query: Query, pagination: Paging(20).nullish() });

const Changes = z.object({
  read: z.boolean().optional(),
  title: z.string().max(500).optional(),
  company_id: id.optional(),
  custom_attributes: AttributesIn.optional(),
});

const words = (value: AttributeValue | undefined): string | null =>
  value === undefined || value === null ? null : String(value);

/** Intercom 2.16: GET /conversations, POST /conversations/search, GET and PUT /conversations/{id}. */
export function conversationRoutes(workspace: Workspace, moves: Moves): Router {
  const { conversations, companies, conversationAttributes } = workspace;
  const router = express.Router();
  const find = (id: string): Conversation => {
    const found = conversations.get(id);
    if (!found) throw notFound();
    return found;
  };

  function pageBody(found: readonly Conversation[], paging: Paging) {
    const { shown, envelope } = pageOf(found, paging);
    const list = shown.map((conversation) => showConversation(workspace, conversation, "html", false));
    return { type: "conversation.list", ...envelope, conversations: list };
  }

  router.get("/conversations", (request, response) => {
    response.json(pageBody(conversations.newest(), read(Paging(20), request.query)));
  });
  router.post("/conversations/search", (request, response) => {
    const { query, pagination } = read(Search, request.body);
    const fault = faultIn(query, conversationFields);
    if (fault) throw invalid(fault.why, fault.field);
    const found = conversations.newest().filter((conversation) => matches(query, conversation, conversationFields));
    response.json(pageBody(found, pagination ?? read(Paging(20), {})));
  });
  router.get("/conversations/:id", (request, response) => {
    const form = request.query["display_as"] === "plaintext" ? "plain" : "html";
    response.json(showConversation(workspace, find(request.params.id), form, true));
  });
  router.put("/conversations/:id", (request, response) => {
    const { id: wanted } = request.params;
    const before = find(wanted);
    const { read: seen, title, company_id, custom_attributes } = read(Changes, request.body);
    const values = fitAttributes(custom_attributes, conversationAttributes.all().map(describeConversation));
    if (company_id !== undefined && !companies.get(company_id))
      throw notFound("company_not_found", "Company Not Found");
    workspace.transaction(() => {
      moves.conversations.amend(wanted, {
        ...(seen === undefined ? {} : { read: seen }),
        ...(title === undefined ? {} : { title }),
      });
      if (company_id !== undefined) moves.conversations.setCompany(wanted, company_id);
      const by = actingAdmin(workspace, null);
      for (const [name, value] of Object.entries(values)) {
        const previous = words(before.custom_attributes[name]);
        if (previous === words(value)) continue;
        const set = { [name]: value };
        moves.conversations.make(wanted, { ...by, type: "attribute", name, value: words(value) ?? "", previous, set });
      }
    });
    response.json(showConversation(workspace, find(wanted), "html", true));
  });
  return router;
}
