import { z } from "zod";
import type { Contact } from "../../../events/facts.ts";
import { joinWords, text } from "../../../language/text.ts";
import { defineAction, type Given } from "../../../nodes/define.ts";
import { fill } from "../../../template/fill.ts";
import type { Template } from "../../../template/template.ts";
import { fittingValues } from "../attributeValue.ts";
import {
  contactAnswer,
  contactBody,
  contactFields,
  type ContactFields,
  contactReply,
  simulatedContact,
} from "../contactFields.ts";
import { failed, pathOf, request } from "../request.ts";
import { idOf, isOwn, type Of, onOne, otherOne } from "../whose.ts";

const words = (given: Given<ContactFields>, value: Template | undefined, before: string) =>
  (value ? fill(value, given.read).trim() : "") || before;

const changed = (contact: Contact, given: Given<ContactFields>): Contact => ({
  ...contact,
  name: words(given, given.config.name, contact.name),
  email: words(given, given.config.email, contact.email),
  phone: words(given, given.config.phone, contact.phone),
  externalId: words(given, given.config.externalId, contact.externalId),
  attributes: {
    ...contact.attributes,
    ...(fittingValues(given.config.attributes ?? [], given.read) as Contact["attributes"]),
  },
});

/** Intercom 2.16: PUT /contacts/{id}. */
export const updateContact = defineAction({
  type: "intercom.updateContact",
  label: text("Update customer", "Actualizar cliente"),
  help: text(
    "Writes several of the customer's details at once; what is left empty stays as it is.",
    "Escribe varios datos del cliente a la vez; lo que dejas vacío se queda como está.",
  ),
  keywords: text(
    "contact user change edit attributes owner e-mail phone",
    "contacto usuario cambiar editar atributos correo",
  ),
  icon: "contact",
  group: "customer",
  config: z.object({ ...contactFields(), of: otherOne("contact") }),
  example: { name: ["Ada"], attributes: [{ attribute: "Plan tier", value: { type: "text", value: ["Gold"] } }] },
  fresh: {},
  reply: contactReply(),
  plan: (given) =>
    onOne("contact", given, (id) => {
      const written = contactBody(given.config, given.read);
      if ("fault" in written) return written.fault;
      return Object.keys(written.body).length === 0
        ? failed(
            ["There is nothing to write.", "No hay nada que escribir."],
            ["Fill in what is to change.", "Completa lo que debe cambiar."],
          )
        : request("PUT", pathOf("contacts", id), written.body);
    }),
  answer: contactAnswer,
  simulate: (given: Given<ContactFields & Of>) => simulatedContact(given.config, given, idOf("contact", given) ?? ""),
  onUncertain: "repeat",
  changes: (facts, given) =>
    facts.contact && isOwn(given.config) ? { ...facts, contact: changed(facts.contact, given) } : facts,
  sentence: (config, { say, name }) => {
    const attributes = (config.attributes ?? []).map((row) => name("contactAttributes", row.attribute));
    const what = [
      ...(config.name ? [say("name", "nombre")] : []),
      ...(config.email ? [say("e-mail", "correo")] : []),
      ...(config.phone ? [say("phone", "teléfono")] : []),
      ...(config.externalId ? [say("own id", "identificador")] : []),
      ...(config.owner ? [say("owner", "responsable")] : []),
      ...attributes,
    ];
    const list = joinWords(what, say("and", "y"));
    return list === ""
      ? say("Update the customer", "Actualizar al cliente")
      : say(`Update the customer's ${list}`, `Actualizar del cliente: ${list}`);
  },
  done: (_, { name, email }, { say }) => {
    const who = name || email;
    return say(`Updated customer ${who}`.trim(), `Actualizó al cliente ${who}`.trim());
  },
});
