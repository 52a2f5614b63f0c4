import express, { type Router } from "express";
import { z } from "zod";
import type { Moves } from "../moves/createMoves.ts";
import { dataEventSummary } from "../present/dataEvent.ts";
import type { Workspace } from "../workspace.ts";
import { contactNamed, present } from "./contactAt.ts";
import { invalid, read } from "./refusal.ts";

const mostKeys = 10;

const metadatum = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.object({ amount: z.number(), currency: z.string() }),
  z.object({ url: z.string(), value: z.string() }),
]);

const Sent = z.object({
  event_name: z.string().min(1).max(120),
  created_at: z.number().int().positive(),
  id: z.string().optional(),
  user_id: z.string().optional(),
  email: z.string().optional(),
  metadata: z.record(z.string(), metadatum).optional(),
});

const Listed = z.object({
  type: z.literal("user"),
  intercom_user_id: z.string().optional(),
  user_id: z.string().optional(),
  email: z.string().optional(),
});

/** Intercom 2.16: GET and POST /events. */
export function dataEventRoutes(workspace: Workspace, moves: Moves): Router {
  const router = express.Router();
  router.post("/events", (request, response) => {
    const { id, user_id, email, metadata = {}, ...event } = read(Sent, request.body);
    if (id === undefined && user_id === undefined && email === undefined)
      throw invalid("An event needs an id, a user_id or an email");
    const contact = present(contactNamed(workspace, { intercom_user_id: id, user_id, email }));
    // The first ten keys count. Source: POST /events, "Metadata behaviour".
    const kept = Object.fromEntries(Object.entries(metadata).slice(0, mostKeys));
    moves.people.record(contact, { ...event, metadata: kept });
    response.status(202).end();
  });
  router.get("/events", (request, response) => {
    const { type: _, ...who } = read(Listed, request.query);
    const contact = present(contactNamed(workspace, who));
    const theirs = workspace.dataEvents.all().filter(({ contact_id }) => contact_id === contact.id);
    response.json(dataEventSummary(theirs, contact));
  });
  return router;
}
