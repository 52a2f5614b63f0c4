import { z } from "zod";
import { record, string } from "../../../events/raw.ts";
import { text } from "../../../language/text.ts";
import { answer, defineAction } from "../../../nodes/define.ts";
import { attributes, template } from "../../../nodes/form.ts";
import { fill } from "../../../template/fill.ts";
import { fittingValues, valuesOf } from "../attributeValue.ts";
import { failed, request } from "../request.ts";
import { idOf, onOne, otherOne } from "../whose.ts";

/** Intercom 2.16: PUT /visitors. Custom attributes go as texts. */
export const updateVisitor = defineAction({
  type: "intercom.updateVisitor",
  label: text("Update visitor", "Actualizar visitante"),
  help: text(
    "Writes the name and attributes of a visitor who has not given an e-mail yet.",
    "Escribe el nombre y los atributos de un visitante que aún no ha dado su correo.",
  ),
  keywords: text("anonymous website change edit", "anónimo web cambiar editar"),
  icon: "contact",
  group: "customer",
  config: z.object({
    name: template({ label: text("Name", "Nombre") }, false).optional(),
    attributes: attributes({ label: text("Attributes", "Atributos") }, "contactAttributes").optional(),
    of: otherOne("contact"),
  }),
  example: { name: ["Guest"] },
  fresh: {},
  reply: z.object({ name: answer(z.string(), text("The visitor's name", "El nombre del visitante"), "text") }),
  plan: (given) =>
    onOne("contact", given, (id) => {
      const { config, read } = given;
      const name = config.name ? fill(config.name, read).trim() : "";
      const written = valuesOf(config.attributes ?? [], read);
      if ("fault" in written) return written.fault;
      const values = Object.entries(written.values).map(([key, value]) => [key, String(value)] as const);
      if (name === "" && values.length === 0)
        return failed(
          ["There is nothing to write.", "No hay nada que escribir."],
          ["Fill in what is to change.", "Completa lo que debe cambiar."],
        );
      return request("PUT", "/visitors", {
        id,
        ...(name === "" ? {} : { name }),
        ...(values.length > 0 ? { custom_attributes: Object.fromEntries(values) } : {}),
      });
    }),
  answer: (body) => ({ name: string(record(body)["name"]) }),
  simulate: (given) => ({
    type: "visitor",
    id: idOf("contact", given) ?? "",
    name: given.config.name ? fill(given.config.name, given.read) : "",
    custom_attributes: fittingValues(given.config.attributes ?? [], given.read),
  }),
  onUncertain: "repeat",
  sentence: (_, { say }) => say("Update the visitor", "Actualizar al visitante"),
  done: (_, { name }, { say }) => say(`Updated visitor ${name}`.trim(), `Actualizó al visitante ${name}`.trim()),
});
