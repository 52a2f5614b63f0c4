import express, { type Router } from "express";
import { z } from "zod";
import { AttributesIn, describeData } from "../attributes.ts";
import type { Visitor } from "../documents/people.ts";
import type { Moves } from "../moves/createMoves.ts";
import { contactView } from "../present/contact.ts";
import { visitorView } from "../present/visitor.ts";
import type { Workspace } from "../workspace.ts";
import { contactNamed } from "./contactAt.ts";
import { unmade } from "./contactRoutes.ts";
import { fitAttributes } from "./ownAttributes.ts";
import { notFound, read } from "./refusal.ts";

const Named = z.object({ id: z.string().optional(), user_id: z.string().optional(), email: z.string().optional() });
type Named = z.infer<typeof Named>;
const named = Named.refine(
  ({ id, user_id, email }) => id ?? user_id ?? email,
  "must have an id, a user_id or an email",
);

const Changes = z.object({
  id: z.string().optional(),
  user_id: z.string().optional(),
  name: z.string().max(255).optional(),
  custom_attributes: AttributesIn.optional(),
});
const Conversion = z.object({ type: z.enum(["user", "lead"]), user: named, visitor: named });

/** Intercom 2.16: GET and PUT /visitors, POST /visitors/convert. */
export function visitorRoutes(workspace: Workspace, moves: Moves): Router {
  const { visitors, dataAttributes, appId } = workspace;
  const router = express.Router();
  const find = ({ id, user_id, email }: Named): Visitor => {
    const isMeant = (one: Visitor) =>
      one.converted_to === null &&
      (id === undefined
        ? user_id === undefined
          ? email !== undefined && email !== "" && one.email === email
          : one.user_id === user_id
        : one.id === id);
    const found = visitors.all().find(isMeant);
    if (!found) throw notFound("not_found", "Visitor Not Found");
    return found;
  };

  router.get("/visitors", (request, response) => {
    response.json(visitorView(find(read(z.object({ user_id: z.string() }), request.query)), appId));
  });
  router.put("/visitors", (request, response) => {
    const { id, user_id, name, custom_attributes } = read(Changes, request.body);
    const visitor = find({ id, user_id });
    const described = dataAttributes.all().filter(({ model, custom }) => model === "contact" && custom);
    const values = fitAttributes(custom_attributes, described.map(describeData));
    const changes = { custom_attributes: values, ...(name === undefined ? {} : { name }) };
    response.json(visitorView(moves.people.updateVisitor(visitor, changes), appId));
  });
  router.post("/visitors/convert", (request, response) => {
    const { type, user, visitor: who } = read(Conversion, request.body);
    const visitor = find(who);
    const known = contactNamed(workspace, { intercom_user_id: user.id, user_id: user.user_id, email: user.email });
    const contact = moves.people.convert(
      visitor,
      unmade({
        role: type,
        external_id: user.user_id ?? (type === "lead" ? visitor.user_id : null),
        email: user.email ?? visitor.email,
        name: visitor.name,
        phone: visitor.phone,
        location: visitor.location,
        custom_attributes: visitor.custom_attributes,
        last_seen_at: visitor.last_request_at,
        ...(type === "user" ? { signed_up_at: visitor.last_request_at } : {}),
      }),
      known,
    );
    response.json(contactView(contact, appId));
  });
  return router;
}
