import express, { type Router } from "express";
import { z } from "zod";
import { AttributesIn, describeTicket } from "../attributes.ts";
import type { Ticket } from "../documents/ticket.ts";
import type { Moves } from "../moves/createMoves.ts";
import { kindOf, type Made, ticketView } from "../present/ticket.ts";
import { tokenHolder, type Workspace } from "../workspace.ts";
import { actsOnTicket } from "./actsOnTicket.ts";
import { id } from "./ids.ts";
import { fitAttributes } from "./ownAttributes.ts";
import { invalid, notFound, read } from "./refusal.ts";
import { ticketLookUps } from "./ticketLookUps.ts";

const Retyped = z.object({ ticket_type_id: id, ticket_state_id: id, ticket_attributes: AttributesIn.optional() });

const Converted = z.object({
  ticket_type_id: id,
  ticket_state_id: id.optional(),
  attributes: AttributesIn.optional(),
});

/** Intercom 2.16: POST /tickets/{id}/change_type, POST /conversations/{id}/convert. */
export function ticketKindRoutes(workspace: Workspace, moves: Moves, made: Made): Router {
  const { tickets, conversations } = workspace;
  const { find, typeNamed, stateIn } = ticketLookUps(workspace);
  const router = express.Router();
  const show = (ticket: Ticket) => ticketView(workspace, ticket, made);

  router.post("/tickets/:id/change_type", (request, response) => {
    const ticket = find(request.params.id);
    const { ticket_type_id, ticket_state_id, ticket_attributes } = read(Retyped, request.body);
    const { type: before, state: from } = kindOf(workspace, ticket);
    const type = typeNamed(ticket_type_id);
    if (type.id === before.id) throw invalid("Cannot change to the same ticket type");
    if (type.category !== before.category) throw invalid("Cannot change to a ticket type of another category");
    if (!type.state_ids.includes(ticket_state_id))
      throw invalid("Ticket custom state doesn't belong to the new ticket type");
    const to = stateIn(type, ticket_state_id);
    const kept = Object.entries(ticket.attributes).filter(([name]) => type.attributes.some((one) => one.name === name));
    const attributes = fitAttributes(ticket_attributes, type.attributes.map(describeTicket));
    workspace.transaction(() => {
      moves.tickets.amend(ticket.id, { type_id: type.id, attributes: { ...Object.fromEntries(kept), ...attributes } });
      if (to.id !== from.id)
        moves.tickets.make(ticket.id, [
          { ...actsOnTicket(workspace, tokenHolder(workspace).id), type: "state", to, from },
        ]);
    });
    const { internal_label, external_label } = to;
    const labels = { ticket_state_internal_label: internal_label, ticket_state_external_label: external_label };
    response.json({ ...show(find(ticket.id)), ...labels });
  });

  router.post("/conversations/:id/convert", (request, response) => {
    const conversation = conversations.get(request.params.id);
    if (!conversation) throw notFound();
    const given = read(Converted, request.body);
    const type = typeNamed(given.ticket_type_id);
    if (type.category !== "Customer") throw invalid("Ticket type is not a customer ticket type");
    if (tickets.get(conversation.id)) throw invalid("Conversation is already a ticket");
    const { admin_assignee_id, team_assignee_id } = conversation;
    const ticket = moves.tickets.convert(conversation, {
      type,
      state: stateIn(type, given.ticket_state_id ?? type.state_ids[0] ?? ""),
      by: actsOnTicket(workspace, null),
      attributes: fitAttributes(given.attributes, type.attributes.map(describeTicket)),
      admin_assignee_id,
      team_assignee_id,
    });
    response.json(show(ticket));
  });
  return router;
}
