import express, { type Router } from "express";
import { z } from "zod";
import type { Ticket } from "../documents/ticket.ts";
import type { Moves } from "../moves/createMoves.ts";
import { kindOf, ticketPartView } from "../present/ticket.ts";
import { appliedTagView } from "../present/team.ts";
import { ticketAuthor, type TicketMove } from "../ticketThread.ts";
import { authorOf } from "../thread.ts";
import type { Workspace } from "../workspace.ts";
import { appPackageCode } from "./actingAdmin.ts";
import { actsOnTicket } from "./actsOnTicket.ts";
import { attachmentsOf } from "./attachments.ts";
import { contactNamed, present } from "./contactAt.ts";
import { id } from "./ids.ts";
import { notFound, read, Refusal } from "./refusal.ts";
import { Reply } from "./replies.ts";
import { showConversation } from "./showConversation.ts";

const Tagging = z.object({ id, admin_id: id });
const Untagging = z.object({ admin_id: id });
const Linking = z.object({ conversation_id: id });

/** Intercom 2.16: POST /tickets/{id}/reply, and its tags and linked conversations. */
export function ticketPartRoutes(workspace: Workspace, moves: Moves, now: () => number): Router {
  const { tickets, tags, conversations } = workspace;
  const router = express.Router();
  const ticketNotFound = () => notFound("ticket_not_found", "Ticket not found");
  const find = (wanted: string, refusal = ticketNotFound): Ticket => {
    const found = tickets.get(wanted);
    if (!found) throw refusal();
    return found;
  };

  function moveOf(ticket: Ticket, reply: Reply): TicketMove {
    const attachments = attachmentsOf(reply, now());
    if (reply.type === "user") {
      if (kindOf(workspace, ticket).type.category !== "Customer")
        throw new Refusal(400, "parameter_mismatch", "User replies are not allowed on Backoffice tickets");
      const author = ticketAuthor(authorOf(present(contactNamed(workspace, reply))));
      return { type: "comment", body: reply.body, attachments, author, app_package_code: appPackageCode };
    }
    const by = actsOnTicket(workspace, reply.admin_id);
    return { ...by, type: reply.message_type, body: reply.body ?? "", attachments };
  }

  router.post("/tickets/:id/reply", (request, response) => {
    const ticket = find(request.params.id, notFound);
    const part = moves.tickets.make(ticket.id, [moveOf(ticket, read(Reply, request.body))])?.parts.at(-1);
    if (!part) throw notFound();
    response.json(ticketPartView(part));
  });

  router.post("/tickets/:id/tags", (request, response) => {
    const ticket = find(request.params.id);
    const { id: wanted, admin_id } = read(Tagging, request.body);
    const tag = tags.get(wanted);
    if (!tag) throw notFound("tag_not_found", "Tag not found");
    response.json(appliedTagView(moves.tickets.tag(ticket, tag, actsOnTicket(workspace, admin_id).author.id)));
  });
  router.delete("/tickets/:id/tags/:tag", (request, response) => {
    const ticket = find(request.params.id);
    read(Untagging, request.body);
    const applied = ticket.tags.find((tag) => tag.id === request.params.tag);
    if (!applied) throw notFound("tag_not_found", "Tag not found");
    moves.tickets.untag(ticket, applied.id);
    response.json(appliedTagView(applied));
  });

  function tracker(wanted: string, words: string): Ticket {
    const ticket = find(wanted);
    if (kindOf(workspace, ticket).type.category !== "Tracker") throw new Refusal(400, "invalid_ticket_type", words);
    return ticket;
  }
  router.post("/tickets/:id/linked_conversations", (request, response) => {
    const ticket = tracker(request.params.id, "Only tracker tickets support linking conversations");
    const conversation = conversations.get(read(Linking, request.body).conversation_id);
    if (!conversation) throw notFound("conversation_not_found", "Conversation not found");
    if (conversation.linked_tickets.some(({ category }) => category === "Tracker"))
      throw new Refusal(400, "already_linked_to_tracker", "A conversation can only have one tracker ticket");
    moves.tickets.link(ticket, conversation, true);
    response.json(showConversation(workspace, conversations.get(conversation.id) ?? conversation, "html", true));
  });
  router.delete("/tickets/:id/linked_conversations/:conversation", (request, response) => {
    const ticket = tracker(request.params.id, "Only tracker tickets support unlinking conversations");
    const conversation = conversations.get(request.params.conversation);
    if (!conversation || !ticket.linked_conversations.includes(conversation.id))
      throw notFound("conversation_not_found", "Conversation is not linked to this ticket");
    moves.tickets.link(ticket, conversation, false);
    response.json(showConversation(workspace, conversations.get(conversation.id) ?? conversation, "html", true));
  });
  return router;
}
