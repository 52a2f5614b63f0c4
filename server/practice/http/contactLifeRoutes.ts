import express, { type Router } from "express";
import { z } from "zod";
import type { Contact } from "../documents/people.ts";
import type { Moves } from "../moves/createMoves.ts";
import { participants } from "../moves/conversationMoves.ts";
import { contactReference, contactView } from "../present/contact.ts";
import type { Workspace } from "../workspace.ts";
import { actingAdmin } from "./actingAdmin.ts";
import { contactAt, present } from "./contactAt.ts";
import { id } from "./ids.ts";
import { invalid, read, Refusal } from "./refusal.ts";

const Merge = z.object({ from: id, into: id, skip_duplicate_validation: z.boolean().default(false) });

/** Whether they share what tells people apart. */
const areDuplicates = (a: Contact, b: Contact): boolean =>
  (a.email !== "" && a.email.toLowerCase() === b.email.toLowerCase()) || (a.phone !== null && a.phone === b.phone);

/** Intercom 2.16: POST /contacts/merge, and …/archive, …/unarchive and …/block of /contacts/{id}. */
export function contactLifeRoutes(workspace: Workspace, moves: Moves): Router {
  const { conversations, appId } = workspace;
  const router = express.Router();

  router.post("/contacts/merge", (request, response) => {
    const { from, into, skip_duplicate_validation } = read(Merge, request.body);
    const [lead, user] = [contactAt(workspace, from), contactAt(workspace, into)];
    if (lead.role !== "lead") throw invalid("Only a lead can be merged", "from");
    if (user.role !== "user") throw invalid("A lead can only be merged into a user", "into");
    if (!skip_duplicate_validation && !areDuplicates(lead, user)) {
      const words =
        "Contacts can only be merged when they are duplicates (matching email or phone). Pass skip_duplicate_validation=true to override this check.";
      throw new Refusal(400, "invalid_merge", words);
    }
    response.json(contactView(moves.contacts.merge(lead, user), appId));
  });
  for (const archived of [true, false])
    router.post(`/contacts/:id/${archived ? "archive" : "unarchive"}`, (request, response) => {
      const contact = contactAt(workspace, request.params.id);
      response.json({ ...contactReference(present(moves.contacts.archive(contact.id, archived))), archived });
    });
  router.post("/contacts/:id/block", (request, response) => {
    const contact = contactAt(workspace, request.params.id);
    const theirs = conversations.newest().filter((one) => participants(one).some(({ id: who }) => who === contact.id));
    workspace.transaction(() => {
      moves.contacts.block(contact.id);
      for (const { id: conversation, state } of theirs)
        if (state !== "closed")
          moves.conversations.make(conversation, { type: "close", body: null, ...actingAdmin(workspace, null) });
    });
    response.json({ ...contactReference(contact), blocked: true });
  });
  return router;
}
