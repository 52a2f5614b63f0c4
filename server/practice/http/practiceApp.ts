import express, { type Express } from "express";
import type { Moves } from "../moves/createMoves.ts";
import type { Workspace } from "../workspace.ts";
import { adminRoutes } from "./adminRoutes.ts";
import { contentRoutes } from "./contentRoutes.ts";
import { customObjectRoutes } from "./customObjectRoutes.ts";
import { dataEventRoutes } from "./dataEventRoutes.ts";
import { tagRoutes } from "./tagRoutes.ts";
import { visitorRoutes } from "./visitorRoutes.ts";
import { companyRoutes } from "./companyRoutes.ts";
import { contactLifeRoutes } from "./contactLifeRoutes.ts";
import { contactLinkRoutes } from "./contactLinkRoutes.ts";
import { contactRoutes } from "./contactRoutes.ts";
import { conversationRoutes } from "./conversationRoutes.ts";
import { limitRate, requirePlan, requireToken } from "./guard.ts";
import { messageRoutes } from "./messageRoutes.ts";
import { participantRoutes } from "./participantRoutes.ts";
import { partRoutes } from "./partRoutes.ts";
import { notFound, writeRefusal } from "./refusal.ts";
import { ticketKindRoutes } from "./ticketKindRoutes.ts";
import { ticketPartRoutes } from "./ticketPartRoutes.ts";
import { ticketRoutes } from "./ticketRoutes.ts";
import { ticketTypeRoutes } from "./ticketTypeRoutes.ts";
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
  const made = { appId: workspace.appId, madeAt };
  app.disable("x-powered-by");
  app.disable("etag");
  app.use(requireToken(workspace.accessToken), limitRate(now), express.json({ limit: "1mb" }));
  app.use(requirePlan(workspace));
  app.use((_request, _response, next) => {
    moves.wake();
    next();
  });
  // Before the conversations: "attributes" would be read as one's id.
  app.use(workspaceRoutes(workspace, madeAt));
  app.use(adminRoutes(workspace, moves, madeAt));
  app.use(tagRoutes(workspace, moves));
  app.use(contentRoutes(workspace, madeAt, now));
  app.use(ticketTypeRoutes(workspace, made));
  app.use(ticketRoutes(workspace, moves, made, now));
  app.use(ticketKindRoutes(workspace, moves, made));
  app.use(ticketPartRoutes(workspace, moves, now));
  app.use(conversationRoutes(workspace, moves));
  app.use(messageRoutes(workspace, moves, now));
  app.use(partRoutes(workspace, moves, now));
  app.use(participantRoutes(workspace, moves));
  app.use(contactLifeRoutes(workspace, moves));
  app.use(contactRoutes(workspace, moves, now));
  app.use(contactLinkRoutes(workspace, moves, madeAt, now));
  app.use(companyRoutes(workspace, moves, now));
  app.use(visitorRoutes(workspace, moves));
  app.use(dataEventRoutes(workspace, moves));
  app.use(customObjectRoutes(workspace, now));
  app.use(() => {
    throw notFound("not_found", "The requested resource was not found");
  });
  app.use(writeRefusal(onTrouble));
  return app;
}
