import express, { type Router } from "express";
import { type Made, ticketStateDetailed, ticketTypeView } from "../present/ticket.ts";
import type { Workspace } from "../workspace.ts";
import { notFound } from "./refusal.ts";

/** Intercom 2.16: GET /ticket_types, /ticket_types/{id} and /ticket_states. */
export function ticketTypeRoutes(workspace: Workspace, made: Made): Router {
  const { ticketTypes, ticketStates } = workspace;
  const router = express.Router();
  router.get("/ticket_types", (_request, response) => {
    const states = ticketStates.all();
    response.json({ type: "list", data: ticketTypes.all().map((type) => ticketTypeView(type, states, made)) });
  });
  router.get("/ticket_types/:id", (request, response) => {
    const type = ticketTypes.get(request.params.id);
    if (!type) throw notFound();
    response.json(ticketTypeView(type, ticketStates.all(), made));
  });
  router.get("/ticket_states", (_request, response) => {
    const types = ticketTypes.all();
    response.json({ type: "list", data: ticketStates.all().map((state) => ticketStateDetailed(state, types)) });
  });
  return router;
}
