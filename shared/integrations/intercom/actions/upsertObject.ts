import { z } from "zod";
import { record, string } from "../../../events/raw.ts";
import { text } from "../../../language/text.ts";
import { answer, defineAction } from "../../../nodes/define.ts";
import { pairs, template } from "../../../nodes/form.ts";
import { fill } from "../../../template/fill.ts";
import { pairValues } from "../pairValues.ts";
import { emptyText, pathOf, request } from "../request.ts";
import { wording } from "../wording.ts";

/** Intercom 2.16: POST /custom_object_instances/{type}, which creates or updates by `external_id`. */
export const upsertObject = defineAction({
  type: "intercom.upsertObject",
  label: text("Create or update custom object", "Crear o actualizar objeto personalizado"),
  help: text(
    "Saves an object of a type that your workspace defines, such as an order.",
    "Guarda un objeto de un tipo que define tu espacio de trabajo, como un pedido.",
  ),
  keywords: text("order booking record instance upsert", "pedido reserva registro instancia"),
  icon: "object",
  group: "data",
  config: z.object({
    type: template(
      {
        label: text("Type of object", "Tipo de objeto"),
        help: text(
          "As Intercom's settings name it, like Order.",
          "Como lo llaman los ajustes de Intercom, p. ej. Order.",
        ),
      },
      false,
    ),
    externalId: template({ label: text("Own id of the object", "Identificador propio del objeto") }, false),
    attributes: pairs({ label: text("Attributes", "Atributos") }, 50).optional(),
  }),
  example: { type: ["Order"], externalId: ["1001"], attributes: [{ name: "status", value: ["paid"] }] },
  fresh: { type: [], externalId: [] },
  reply: z.object({ id: answer(z.string(), text("The object", "El objeto"), "text"), externalId: z.string() }),
  plan({ config, read }) {
    const type = fill(config.type, read).trim();
    const externalId = fill(config.externalId, read).trim();
    if (type === "") return emptyText("The type of object", "El tipo de objeto");
    if (externalId === "") return emptyText("The object's own id", "El identificador del objeto");
    const values = pairValues(config.attributes ?? [], read);
    return request("POST", pathOf("custom_object_instances", type), {
      external_id: externalId,
      ...(Object.keys(values).length > 0 ? { custom_attributes: values } : {}),
    });
  },
  answer: (body, { config, read }) => ({
    id: string(record(body)["id"]),
    externalId: fill(config.externalId, read).trim(),
  }),
  simulate: ({ config, read }) => ({
    id: "new",
    type: fill(config.type, read),
    external_id: fill(config.externalId, read),
  }),
  onUncertain: "repeat",
  sentence: ({ type, externalId }, speech) => {
    const which = `${wording(type, speech)} ${wording(externalId, speech)}`;
    return speech.say(`Create or update ${which}`, `Crear o actualizar ${which}`);
  },
  done: ({ type }, { externalId }, speech) =>
    speech.say(`Saved ${wording(type, speech)} ${externalId}`, `Guardó ${wording(type, speech)} ${externalId}`),
});
