import express, { type Express } from "express";
import type { Moves } from "../moves.ts";
import type { Workspace } from "../workspace.ts";
import { contactRoutes } from "./contactRoutes.ts";
import { conversationRoutes } from "./conversationRoutes.ts";
import { limitRate, requireToken } from "./guard.ts";
import { partRoutes } from "./partRoutes.ts";
import { notFound, writeRefusal } from "./refusal.ts";
import { workspaceRoutes } from "./workspaceRoutes.ts";

export interface PracticeAppDeps {
  workspace: Workspace;
  moves: Moves;
  /** When the workspace was made, epoch seconds. */
  madeAt: number;
  /** Epoch milliseconds. */
  now(): number;
  onTrouble(error: unknown): void;
}

/** The endpoints of Intercom's REST API 2.16 that the product uses. Listens nowhere by itself. */
export function practiceApp({ workspace, moves, madeAt, now, onTrouble }: PracticeAppDeps): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.use(requireToken(workspace.accessToken), limitRate(now), express.json({ limit: "1mb" }));
  app.use((_request, _response, next) => {
    moves.wake();
    next();
  });
  // Before the conversations: "attributes" would be read as one's id.
  app.use(workspaceRoutes(workspace, madeAt));
  app.use(conversationRoutes(workspace, moves));
  app.use(partRoutes(workspace, moves, now));
  app.use(contactRoutes(workspace, moves));
  app.use(() => {
    throw notFound("not_found", "The requested resource was not found");
  });
  app.use(writeRefusal(onTrouble));
  return app;
}
