import express, { type Router } from "express";
import { z } from "zod";
import type { ConversationAttribute, DataAttribute } from "../documents/attributes.ts";
import { tokenHolder, type Workspace } from "../workspace.ts";
import { read, Refusal } from "./refusal.ts";

const Model = z.object({ model: z.enum(["contact", "company", "conversation"]).optional() });

/** Schema `data_attribute`. Intercom's own attributes have no id there. */
const dataAttributeView = ({ id, custom, ...attribute }: DataAttribute, at: number, admin: string) => ({
  type: "data_attribute",
  ...attribute,
  full_name: attribute.name,
  messenger_writable: false,
  ui_writable: true,
  custom,
  archived: false,
  ...(custom ? { id, created_at: at, updated_at: at, admin_id: admin } : {}),
});

const conversationAttributeView = (attribute: ConversationAttribute, at: number, admin: string) => ({
  type: "conversation_attribute",
  ...attribute,
  required: false,
  visible_to_team_ids: [],
  archived: false,
  created_at: at,
  updated_at: at,
  admin_id: admin,
  ...(attribute.data_type === "string" ? { multiline: false } : {}),
});

/** What a workspace is: Intercom 2.16, GET /me, /data_attributes, /conversations/attributes. */
export function workspaceRoutes(workspace: Workspace, madeAt: number): Router {
  const { dataAttributes, conversationAttributes, appId } = workspace;
  const router = express.Router();
  router.get("/me", (_request, response) => {
    const { id, name, email, job_title } = tokenHolder(workspace);
    response.json({
      type: "admin",
      id,
      email,
      name,
      job_title,
      email_verified: true,
      app: {
        type: "app",
        id_code: appId,
        name: "Halvero (practice)",
        created_at: madeAt,
        secure: false,
        identity_verification: false,
        timezone: "Europe/Madrid",
        region: "EU",
      },
      avatar: { type: "avatar", image_url: null },
      has_inbox_seat: true,
    });
  });
  router.get("/data_attributes", (request, response) => {
    const { model } = read(Model, request.query);
    if (model === "conversation")
      throw new Refusal(
        422,
        "parameter_invalid",
        "model=conversation is no longer supported. Use GET /conversations/attributes instead",
      );
    const admin = tokenHolder(workspace).id;
    const data = dataAttributes.all().filter((attribute) => model === undefined || attribute.model === model);
    response.json({ type: "list", data: data.map((attribute) => dataAttributeView(attribute, madeAt, admin)) });
  });
  router.get("/conversations/attributes", (_request, response) => {
    const admin = tokenHolder(workspace).id;
    const data = conversationAttributes.all().map((attribute) => conversationAttributeView(attribute, madeAt, admin));
    response.json({ type: "list", data });
  });
  return router;
}
