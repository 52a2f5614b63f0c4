import express, { type Router } from "express";
import { z } from "zod";
import type { Conversation } from "../documents/conversation.ts";
import type { Moves } from "../moves/createMoves.ts";
import { authorOf, type Move } from "../thread.ts";
import type { Workspace } from "../workspace.ts";
import { plainText } from "#shared/events/plainText.ts";
import { messageHtml } from "../messageHtml.ts";
import { participants } from "../moves/conversationMoves.ts";
import { actingAdmin, appPackageCode } from "./actingAdmin.ts";
import { attachmentsOf } from "./attachments.ts";
import { contactNamed, present, userNotFound } from "./contactAt.ts";
import { html, id } from "./ids.ts";
import { Reply } from "./replies.ts";
import { showConversation } from "./showConversation.ts";
import { notFound, read, Refusal } from "./refusal.ts";

const Written = z.discriminatedUnion("message_type", [
  z.object({
    message_type: z.literal("assignment"),
    type: z.enum(["admin", "team"]),
    admin_id: id,
    assignee_id: id,
    body: html.optional(),
  }),
  z.object({ message_type: z.literal("close"), type: z.literal("admin"), admin_id: id, body: html.optional() }),
  z.object({ message_type: z.literal("open"), admin_id: id }),
  z.object({ message_type: z.literal("snoozed"), admin_id: id, snoozed_until: z.number().int().positive() }),
]);
type Written = z.infer<typeof Written>;

const Tagging = z.object({ id, admin_id: id });
const Untagging = z.object({ admin_id: id });

/** Who did it is added by the caller. */
type Done = Move extends infer M ? (M extends Move ? Omit<M, "author" | "app_package_code"> : never) : never;

/** Intercom 2.16: POST /conversations/{id}/reply and /parts, POST and DELETE /conversations/{id}/tags. */
export function partRoutes(workspace: Workspace, moves: Moves, now: () => number): Router {
  const { admins, teams, tags, conversations } = workspace;
  const router = express.Router();

  function make(conversation: string, adminId: string, done: Done): Conversation {
    if (!conversations.get(conversation)) throw notFound();
    const made = moves.conversations.make(conversation, { ...done, ...actingAdmin(workspace, adminId) });
    if (!made) throw notFound();
    return made;
  }

  function assignee(type: "admin" | "team", to: string) {
    if (to === "0") return null;
    const found = type === "admin" ? admins.get(to) : teams.get(to);
    if (!found) throw notFound("assignee_not_found", `No ${type} has the id ${to}`);
    return { type, id: to, name: found.name };
  }

  function moveOf(written: Written): Done {
    if (written.message_type === "assignment")
      return { type: "assignment", to: assignee(written.type, written.assignee_id), body: written.body || null };
    if (written.message_type === "close") return { type: "close", body: written.body || null };
    if (written.message_type === "open") return { type: "open" };
    if (written.snoozed_until * 1000 <= now())
      throw new Refusal(422, "parameter_invalid", "snoozed_until must be in the future", "snoozed_until");
    return { type: "snoozed", until: written.snoozed_until };
  }

  function replyMove(conversation: Conversation, reply: Reply): Move {
    const attachments = attachmentsOf(reply, now());
    if (reply.type === "user") {
      const contact = present(contactNamed(workspace, reply));
      if (!participants(conversation).some(({ id: who }) => who === contact.id)) throw userNotFound();
      const [picked] = reply.reply_options ?? [];
      const by = { author: authorOf(contact), app_package_code: appPackageCode };
      return { ...by, type: "comment", body: messageHtml(plainText(reply.body)), attachments, chosen: picked?.uuid };
    }
    const by = actingAdmin(workspace, reply.admin_id);
    return reply.message_type === "quick_reply"
      ? { ...by, type: "quick_reply", body: reply.body || null, options: reply.reply_options, attachments }
      : { ...by, type: reply.message_type, body: reply.body, attachments };
  }

  router.post("/conversations/:id/reply", (request, response) => {
    const conversation = conversations.get(request.params.id);
    if (!conversation) throw notFound();
    const made = moves.conversations.make(conversation.id, replyMove(conversation, read(Reply, request.body)));
    response.json(showConversation(workspace, made ?? conversation, "html", true));
  });
  router.post("/conversations/:id/parts", (request, response) => {
    const written = read(Written, request.body);
    const made = make(request.params.id, written.admin_id, moveOf(written));
    response.json(showConversation(workspace, made, "html", true));
  });
  router.post("/conversations/:id/tags", (request, response) => {
    const { id: tagId, admin_id } = read(Tagging, request.body);
    const tag = tags.get(tagId);
    if (!tag) throw notFound("tag_not_found", "Tag not found");
    const { tags: applied } = make(request.params.id, admin_id, { type: "tagged", tag });
    response.json({ type: "tag", ...applied.find((one) => one.id === tagId) });
  });
  router.delete("/conversations/:id/tags/:tag", (request, response) => {
    const { id: conversation, tag: tagId } = request.params;
    const { admin_id } = read(Untagging, request.body);
    const found = conversations.get(conversation);
    if (!found) throw notFound("not_found", "Conversation not found");
    const applied = found.tags.find((one) => one.id === tagId);
    if (!applied) throw notFound("tag_not_found", "Tag not found");
    make(conversation, admin_id, { type: "untagged", tag: { id: tagId, name: applied.name } });
    response.json({ type: "tag", ...applied });
  });
  return router;
}
