import express, { type Router } from "express";
import { z } from "zod";
import { AttributesIn } from "../attributes.ts";
import type { CustomObject } from "../documents/customObject.ts";
import { type CustomObjectType, customObjectTypes } from "../seed/customObjects.ts";
import type { Workspace } from "../workspace.ts";
import { id } from "./ids.ts";
import { fitAttributes } from "./ownAttributes.ts";
import { invalid, notFound, read } from "./refusal.ts";

const instant = z.number().int().nullish();

const Given = z.object({
  external_id: id,
  external_created_at: instant,
  external_updated_at: instant,
  custom_attributes: AttributesIn.optional(),
});

const Listing = z.object({
  external_id: z.string().optional(),
  page: z.coerce.number().int().min(1).default(1),
  per_page: z.coerce.number().int().min(1).max(150).default(20),
});

function typeNamed(identifier: string): CustomObjectType {
  const found = customObjectTypes.find((type) => type.identifier.toLowerCase() === identifier.toLowerCase());
  if (!found) throw notFound("not_found", "Custom object type not found");
  return found;
}

/** Schema `custom_object_instance`. */
const view = ({ identifier, ...instance }: CustomObject) => ({ ...instance, type: typeNamed(identifier).name });

/** Intercom 2.16: GET and POST /custom_object_instances/{type}, GET …/{type}/{id}. */
export function customObjectRoutes(workspace: Workspace, now: () => number): Router {
  const { customObjects } = workspace;
  const router = express.Router();
  const of = ({ identifier }: CustomObjectType) => customObjects.all().filter((one) => one.identifier === identifier);

  router.post("/custom_object_instances/:type", (request, response) => {
    const type = typeNamed(request.params.type);
    const { external_id, external_created_at, external_updated_at, custom_attributes } = read(Given, request.body);
    const described = type.attributes.map(({ name, data_type, options = [] }) => ({ name, type: data_type, options }));
    const values = fitAttributes(custom_attributes, described);
    const at = Math.floor(now() / 1000);
    const known = of(type).find((one) => one.external_id === external_id);
    const instance: CustomObject = {
      id: known?.id ?? workspace.nextId(),
      identifier: type.identifier,
      external_id,
      external_created_at: external_created_at ?? known?.external_created_at ?? null,
      external_updated_at: external_updated_at ?? known?.external_updated_at ?? null,
      created_at: known?.created_at ?? at,
      updated_at: at,
      custom_attributes: { ...known?.custom_attributes, ...values },
    };
    customObjects.put(instance);
    response.json(view(instance));
  });
  router.get("/custom_object_instances/:type", (request, response) => {
    if ("references_contact_id" in request.query || "references_conversation_id" in request.query)
      throw invalid("Orders of the practice workspace refer to nothing");
    const { external_id, page, per_page } = read(Listing, request.query);
    const found = of(typeNamed(request.params.type))
      .filter((one) => external_id === undefined || one.external_id === external_id)
      .toReversed();
    response.json({
      type: "list",
      pages: { type: "pages", page, per_page, total_pages: Math.ceil(found.length / per_page) },
      total_count: found.length,
      data: found.slice((page - 1) * per_page, page * per_page).map(view),
    });
  });
  router.get("/custom_object_instances/:type/:id", (request, response) => {
    const found = of(typeNamed(request.params.type)).find((one) => one.id === request.params.id);
    if (!found) throw notFound("not_found", "Custom object instance not found");
    response.json(view(found));
  });
  return router;
}
