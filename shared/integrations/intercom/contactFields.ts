import { record, string } from "../../events/raw.ts";
import { text } from "../../language/text.ts";
import { answer, type Given, type Json, type Plan } from "../../nodes/define.ts";
import { attributes, pickFrom, template, type AttributeRow, type Choice } from "../../nodes/form.ts";
import { fill, type Read } from "../../template/fill.ts";
import type { Template } from "../../template/template.ts";
import { valuesOf } from "./attributeValue.ts";
import { z } from "zod";

/** What a step may write of a customer; what is left out or comes out empty stays as it is. */
export interface ContactFields {
  name?: Template | undefined;
  email?: Template | undefined;
  phone?: Template | undefined;
  externalId?: Template | undefined;
  owner?: Choice | undefined;
  attributes?: AttributeRow[] | undefined;
}

const line = (en: string, es: string) => template({ label: text(en, es) }, false).optional();

export const contactFields = () => ({
  name: line("Name", "Nombre"),
  email: line("E-mail", "Correo electrónico"),
  phone: line("Phone", "Teléfono"),
  externalId: template(
    {
      label: text("Own id", "Identificador propio"),
      help: text("The customer's id in your own product.", "El identificador del cliente en tu propio producto."),
      advanced: true,
    },
    false,
  ).optional(),
  owner: pickFrom(
    { label: text("Owner", "Responsable"), advanced: true },
    ["teammates"],
    text("Leave as it is", "Dejar como está"),
  ).optional(),
  attributes: attributes({ label: text("Attributes", "Atributos") }, "contactAttributes").optional(),
});

/** The body of a contact, or a plan that fails because a value does not fit its attribute. */
export function contactBody(set: ContactFields, read: Read): { body: Record<string, Json> } | { fault: Plan } {
  const written = valuesOf(set.attributes ?? [], read);
  if ("fault" in written) return written;
  const texts = { name: set.name, email: set.email, phone: set.phone, external_id: set.externalId };
  const filled = Object.entries(texts).flatMap(([key, value]): [string, Json][] => {
    const words = value ? fill(value, read).trim() : "";
    return words === "" ? [] : [[key, words]];
  });
  return {
    body: {
      ...Object.fromEntries(filled),
      ...(set.owner ? { owner_id: set.owner.id } : {}),
      ...(Object.keys(written.values).length > 0 ? { custom_attributes: written.values } : {}),
    },
  };
}

export const contactReply = () =>
  z.object({
    id: answer(z.string(), text("The customer", "El cliente"), "text"),
    name: answer(z.string(), text("Their name", "Su nombre"), "text"),
    email: answer(z.string(), text("Their e-mail", "Su correo"), "text"),
  });

export const contactAnswer = (body: Json) => {
  const raw = record(body);
  return { id: string(raw["id"]), name: string(raw["name"]), email: string(raw["email"]) };
};

/** What a dry run takes a contact for that has just been written. */
export const simulatedContact = (set: ContactFields, given: Given<unknown>, id: string): Json => {
  const written = contactBody(set, given.read);
  return { type: "contact", id, ...("body" in written ? written.body : {}) };
};
