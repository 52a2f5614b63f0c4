import express, { type Router } from "express";
import { z } from "zod";
import type { Admin } from "../documents/team.ts";
import type { Moves } from "../moves/createMoves.ts";
import { adminView } from "../present/team.ts";
import { awayReasons } from "../seed/awayReasons.ts";
import type { Workspace } from "../workspace.ts";
import { notFound, read, Refusal } from "./refusal.ts";

const Away = z.object({
  away_mode_enabled: z.boolean(),
  away_mode_reassign: z.boolean(),
  away_status_reason_id: z.coerce.number().int().nullish(),
});

/** Intercom 2.16: GET /admins, GET /admins/{id}, PUT /admins/{id}/away, GET /away_status_reasons, GET /teams, GET /teams/{id}. */
export function adminRoutes(workspace: Workspace, moves: Moves, madeAt: number): Router {
  const { admins, teams } = workspace;
  const router = express.Router();
  const find = (id: string): Admin => {
    const found = admins.get(id);
    if (!found) throw notFound("admin_not_found", "Admin not found");
    return found;
  };

  router.get("/admins", (_request, response) => {
    response.json({ type: "admin.list", admins: admins.all().map(adminView) });
  });
  router.get("/admins/:id", (request, response) => {
    response.json(adminView(find(request.params.id)));
  });
  router.put("/admins/:id/away", (request, response) => {
    const admin = find(request.params.id);
    const { away_status_reason_id: reason = null, ...away } = read(Away, request.body);
    if (reason !== null && !awayReasons.some(({ id }) => id === String(reason)))
      throw new Refusal(400, "parameter_invalid", "Away status reason is deleted");
    const away_status_reason_id = away.away_mode_enabled ? reason : null;
    response.json(adminView(moves.people.setAway(admin, { ...away, away_status_reason_id })));
  });
  router.get("/away_status_reasons", (_request, response) => {
    const data = awayReasons.map((one, order) => ({
      type: "away_status_reason",
      ...one,
      order,
      deleted: false,
      created_at: madeAt,
      updated_at: madeAt,
    }));
    response.json({ type: "list", data });
  });
  const plain = { type: "team", assignment_limit: null, distribution_method: "manual" };
  router.get("/teams", (_request, response) => {
    response.json({ type: "team.list", teams: teams.all().map((team) => ({ ...plain, ...team })) });
  });
  router.get("/teams/:id", (request, response) => {
    const team = teams.get(request.params.id);
    if (!team) throw notFound("team_not_found", "Team not found");
    response.json({ ...plain, ...team });
  });
  return router;
}
