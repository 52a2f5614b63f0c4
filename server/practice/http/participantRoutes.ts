import express, { type Router } from "express";
import { z } from "zod";
import type { Conversation } from "../documents/conversation.ts";
import type { Moves } from "../moves/createMoves.ts";
import { participants } from "../moves/conversationMoves.ts";
import type { Workspace } from "../workspace.ts";
import { actingAdmin } from "./actingAdmin.ts";
import { contactAt, contactNamed, present, userNotFound } from "./contactAt.ts";
import { id } from "./ids.ts";
import { notFound, read, Refusal } from "./refusal.ts";
import { showConversation } from "./showConversation.ts";

const Joining = z.object({
  admin_id: id.optional(),
  customer: z.object({
    intercom_user_id: z.string().optional(),
    user_id: z.string().optional(),
    email: z.string().optional(),
  }),
});
const Leaving = z.object({ admin_id: id });

/** Intercom 2.16: POST /conversations/{id}/customers, DELETE /conversations/{id}/customers/{contact_id}. */
export function participantRoutes(workspace: Workspace, moves: Moves): Router {
  const { conversations, contacts } = workspace;
  const router = express.Router();
  const find = (wanted: string): Conversation => {
    const found = conversations.get(wanted);
    if (!found) throw notFound();
    return found;
  };
  /** The description promises a conversation and its example shows a list of customers: both. */
  const show = (conversation: Conversation) => ({
    ...showConversation(workspace, conversation, "html", true),
    customers: participants(conversation).map(({ id: who }) => ({ type: contacts.get(who)?.role ?? "user", id: who })),
  });

  router.post("/conversations/:id/customers", (request, response) => {
    const conversation = find(request.params.id);
    const { admin_id, customer } = read(Joining, request.body);
    actingAdmin(workspace, admin_id ?? null);
    const contact = present(contactNamed(workspace, customer));
    response.json(show(moves.conversations.join(conversation.id, contact) ?? conversation));
  });
  router.delete("/conversations/:id/customers/:contact", (request, response) => {
    const conversation = find(request.params.id);
    actingAdmin(workspace, read(Leaving, request.body).admin_id);
    const contact = contactAt(workspace, request.params.contact);
    if (!participants(conversation).some(({ id: who }) => who === contact.id)) throw userNotFound();
    const left = moves.conversations.leave(conversation.id, contact);
    if (!left) throw new Refusal(422, "parameter_invalid", "Removing the last customer is not allowed");
    response.json(show(left));
  });
  return router;
}
