import express, { type Router } from "express";
import { z } from "zod";
import { messageHtml } from "../messageHtml.ts";
import type { Moves } from "../moves/createMoves.ts";
import type { Workspace } from "../workspace.ts";
import { attachmentsIn, attachmentsOf } from "./attachments.ts";
import { contactAt } from "./contactAt.ts";
import { html, id } from "./ids.ts";
import { invalid, notFound, read, Refusal } from "./refusal.ts";

const Started = z.object({
  from: z.object({ type: z.enum(["lead", "user", "contact"]), id }),
  body: z.string().trim().min(1).max(20_000),
  subject: z.string().max(500).optional(),
  ...attachmentsIn,
});

const recipient = z.object({ type: z.enum(["user", "lead", "contact"]), id });

const Sent = z.object({
  message_type: z.enum(["in_app", "email"]),
  from: z.object({ type: z.literal("admin"), id }),
  to: z.union([
    recipient,
    z
      .array(recipient)
      .length(1)
      .transform(([one]) => one),
  ]),
  subject: z.string().max(500).optional(),
  body: html.optional(),
  template: z.enum(["plain", "personal"]).optional(),
  create_conversation_without_contact_reply: z.boolean().default(false),
});

/** Intercom 2.16: POST /conversations (a contact starts one) and POST /messages (a teammate writes first). */
export function messageRoutes(workspace: Workspace, moves: Moves, now: () => number): Router {
  const { admins } = workspace;
  const router = express.Router();
  const seconds = () => Math.floor(now() / 1000);

  router.post("/conversations", (request, response) => {
    const { from, body, subject, ...files } = read(Started, request.body);
    const contact = contactAt(workspace, from.id);
    const more = { attachments: attachmentsOf(files, now()), ...(subject ? { subject, type: "email" as const } : {}) };
    const { id: conversation, source, created_at } = moves.conversations.begin(contact, messageHtml(body), more);
    response.json({
      type: "user_message",
      id: source.id,
      created_at,
      body,
      message_type: source.type === "email" ? "email" : "inapp",
      conversation_id: conversation,
    });
  });
  router.post("/messages", (request, response) => {
    const {
      message_type,
      from,
      to,
      subject,
      body,
      create_conversation_without_contact_reply: at_once,
    } = read(Sent, request.body);
    const admin = admins.get(from.id);
    if (!admin) throw notFound("admin_not_found", `No teammate has the id ${from.id}`);
    if (!to) throw invalid("to: must name a contact", "to");
    const contact = contactAt(workspace, to.id);
    if (!body) throw new Refusal(400, "parameter_invalid", "Body is required");
    if (message_type === "email" && !subject)
      throw new Refusal(422, "parameter_not_found", "No subject supplied for email message");
    if (message_type === "email" && contact.email === "")
      throw new Refusal(422, "parameter_invalid", "The contact has no email address", "to");
    const more = message_type === "email" ? { subject: subject ?? "", type: "email" as const } : {};
    const begun = at_once ? moves.conversations.beginFromTeam(contact, admin, body, more) : null;
    response.json({
      type: "admin_message",
      id: begun?.source.id ?? workspace.nextId(),
      created_at: seconds(),
      ...(subject === undefined ? {} : { subject }),
      body,
      message_type: message_type === "email" ? "email" : "inapp",
      ...(begun ? { conversation_id: begun.id } : {}),
    });
  });
  return router;
}
