import express, { type Router } from "express";
import { z } from "zod";
import { AttributesIn, describeTicket } from "../attributes.ts";
import type { Ticket } from "../documents/ticket.ts";
import type { Moves } from "../moves/createMoves.ts";
import { kindOf, type Made, ticketView } from "../present/ticket.ts";
import { faultIn, matches, Query } from "../search/query.ts";
import { ticketFields } from "../search/ticketFields.ts";
import type { TicketMove } from "../ticketThread.ts";
import type { Workspace } from "../workspace.ts";
import { contactNamed, present } from "./contactAt.ts";
import { id } from "./ids.ts";
import { fitAttributes } from "./ownAttributes.ts";
import { inOrder, pageOf, Paging } from "./pages.ts";
import { invalid, notFound, read, Refusal } from "./refusal.ts";
import { ticketLookUps } from "./ticketLookUps.ts";
import { actsOnTicket } from "./actsOnTicket.ts";

const Search = z.object({ query: Query, pagination: Paging(20).nullish() });

const Created = z.object({
  ticket_type_id: id,
  contacts: z
    .array(z.object({ id: id.optional(), external_id: z.string().optional(), email: z.string().optional() }))
    .min(1),
  ticket_attributes: AttributesIn.optional(),
  company_id: id.optional(),
  conversation_to_link_id: id.optional(),
  assignment: z.object({ admin_assignee_id: id.optional(), team_assignee_id: id.optional() }).optional(),
});

const Updated = z.object({
  ticket_attributes: AttributesIn.optional(),
  ticket_state_id: id.optional(),
  company_id: id.optional(),
  open: z.boolean().optional(),
  is_shared: z.boolean().optional(),
  snoozed_until: z.number().int().positive().optional(),
  admin_id: id.optional(),
  assignee_id: id.optional(),
});

const byChange = { key: ({ updated_at }: Ticket) => updated_at, ascending: false };

/** Intercom 2.16: POST /tickets, POST /tickets/search, GET and PUT /tickets/{id}. */
export function ticketRoutes(workspace: Workspace, moves: Moves, made: Made, now: () => number): Router {
  const { tickets, admins, teams, companies, conversations } = workspace;
  const router = express.Router();
  const show = (ticket: Ticket) => ticketView(workspace, ticket, made);
  const { find, typeNamed, stateIn } = ticketLookUps(workspace);
  const assigneeNotFound = () => notFound("assignee_not_found", "Assignee not found");

  function assignee(wanted: string) {
    if (wanted === "0") return null;
    if (admins.get(wanted)) return { type: "admin" as const, id: wanted };
    if (teams.get(wanted)) return { type: "team" as const, id: wanted };
    throw assigneeNotFound();
  }

  const companyNamed = (wanted: string | undefined) => {
    if (wanted !== undefined && !companies.get(wanted)) throw notFound("company_not_found", "Company Not Found");
    return wanted;
  };

  router.post("/tickets", (request, response) => {
    const given = read(Created, request.body);
    const type = typeNamed(given.ticket_type_id);
    const people = given.contacts.map(({ id: contact, external_id, email }) =>
      present(contactNamed(workspace, { intercom_user_id: contact, user_id: external_id, email })),
    );
    const linked =
      given.conversation_to_link_id === undefined ? null : conversations.get(given.conversation_to_link_id);
    if (given.conversation_to_link_id !== undefined && !linked)
      throw notFound("conversation_not_found", "Conversation not found");
    const { admin_assignee_id = "0", team_assignee_id = "0" } = given.assignment ?? {};
    if (admin_assignee_id !== "0" && !admins.get(admin_assignee_id)) throw assigneeNotFound();
    if (team_assignee_id !== "0" && !teams.get(team_assignee_id)) throw assigneeNotFound();
    const [first] = type.state_ids;
    const ticket = moves.tickets.create(
      {
        type,
        state: stateIn(type, first ?? ""),
        by: actsOnTicket(workspace, null),
        attributes: fitAttributes(given.ticket_attributes, type.attributes.map(describeTicket)),
        contacts: people.map((contact) => ({ id: contact.id, external_id: contact.external_id })),
        company_id: companyNamed(given.company_id) ?? people[0]?.company_ids[0] ?? null,
        admin_assignee_id: Number(admin_assignee_id),
        team_assignee_id: Number(team_assignee_id),
      },
      linked,
    );
    response.json(show(ticket));
  });

  router.post("/tickets/search", (request, response) => {
    const { query, pagination } = read(Search, request.body);
    const fault = faultIn(query, ticketFields);
    if (fault) throw invalid(fault.why, fault.field);
    const found = tickets
      .all()
      .filter((ticket) => matches(query, { ticket, ...kindOf(workspace, ticket) }, ticketFields));
    const paging = pagination ?? read(Paging(20), {});
    const { shown, envelope } = pageOf(found.toSorted(inOrder(byChange)), paging, byChange);
    response.json({ type: "ticket.list", ...envelope, tickets: shown.map(show) });
  });

  router.get("/tickets/:id", (request, response) => {
    response.json(show(find(request.params.id)));
  });

  router.put("/tickets/:id", (request, response) => {
    const ticket = find(request.params.id);
    const given = read(Updated, request.body);
    const { type, state } = kindOf(workspace, ticket);
    if (given.admin_id !== undefined && !admins.get(given.admin_id)) throw assigneeNotFound();
    if (given.snoozed_until !== undefined && given.snoozed_until * 1000 <= now())
      throw new Refusal(422, "parameter_invalid", "snoozed_until must be in the future", "snoozed_until");
    const by = actsOnTicket(workspace, given.admin_id ?? null);
    const done: TicketMove[] = [];
    const attributes = fitAttributes(given.ticket_attributes, type.attributes.map(describeTicket));
    for (const attribute of type.attributes) {
      const value = attributes[attribute.name];
      if (value === undefined || value === (ticket.attributes[attribute.name] ?? null)) continue;
      done.push({ ...by, type: "attribute", id: attribute.id, name: attribute.name, value });
    }
    if (given.ticket_state_id !== undefined) {
      const to = stateIn(type, given.ticket_state_id);
      if (to.id !== state.id) done.push({ ...by, type: "state", to, from: state });
    }
    if (given.assignee_id !== undefined) done.push({ ...by, type: "assignment", to: assignee(given.assignee_id) });
    if (given.open !== undefined && given.open !== ticket.open)
      done.push({ ...by, type: given.open ? "open" : "close" });
    if (given.snoozed_until !== undefined) done.push({ ...by, type: "snoozed", until: given.snoozed_until });
    const company_id = companyNamed(given.company_id);
    workspace.transaction(() => {
      moves.tickets.amend(ticket.id, {
        ...(company_id === undefined ? {} : { company_id }),
        ...(given.is_shared === undefined ? {} : { is_shared: given.is_shared }),
      });
      moves.tickets.make(ticket.id, done);
    });
    response.json(show(find(ticket.id)));
  });

  return router;
}
