import { z } from "zod";
import { string } from "../../../events/raw.ts";
import { text } from "../../../language/text.ts";
import { answer, defineAction, type Given } from "../../../nodes/define.ts";
import { choice, template } from "../../../nodes/form.ts";
import { fill } from "../../../template/fill.ts";
import type { Template } from "../../../template/template.ts";
import { contactAnswer, contactReply } from "../contactFields.ts";
import { emptyText, request } from "../request.ts";
import { foundIn, rawJson, search, simulatedSearch } from "../search.ts";
import { wording } from "../wording.ts";

type Setting = { email: Template; name?: Template | undefined; role: "user" | "lead" };

const emailIn = ({ config, read }: Given<Setting>) => fill(config.email, read).trim();
const nameIn = ({ config, read }: Given<Setting>) => (config.name ? fill(config.name, read).trim() : "");
const find = (given: Given<Setting>) => search("contacts", [{ field: "email", operator: "=", value: emailIn(given) }]);

/** Intercom 2.16: POST /contacts/search, then POST /contacts where nobody has the e-mail. */
export const findOrCreateContact = defineAction({
  type: "intercom.findOrCreateContact",
  label: text("Find or create customer", "Buscar o crear cliente"),
  help: text(
    "Finds the customer with an e-mail, and creates one if there is none.",
    "Busca al cliente con un correo y, si no existe, lo crea.",
  ),
  keywords: text("contact user lead upsert look up add", "contacto usuario lead localizar añadir"),
  icon: "contact",
  group: "customer",
  config: z.object({
    email: template({ label: text("E-mail", "Correo electrónico") }, false),
    name: template({ label: text("Name, if created", "Nombre, si se crea") }, false).optional(),
    role: choice(
      { label: text("Kind, if created", "Tipo, si se crea") },
      { user: text("User", "Usuario"), lead: text("Lead", "Lead") },
    ),
  }),
  example: { email: ["new@example.com"], role: "lead" },
  fresh: { email: [], role: "lead" },
  reply: contactReply().extend({
    created: answer(z.boolean(), text("Whether it was created", "Si se creó"), "boolean"),
  }),
  plan(given) {
    if (emailIn(given) === "") return emptyText("The e-mail", "El correo");
    const name = nameIn(given);
    return given.answers.length === 0
      ? find(given)
      : request("POST", "/contacts", { role: given.config.role, email: emailIn(given), ...(name ? { name } : {}) });
  },
  again: ({ answers }) => answers.length === 1 && foundIn(answers[0]).length === 0,
  answer: (body, given) => {
    const created = foundIn(given.answers[0]).length === 0;
    return { ...contactAnswer(created ? body : rawJson(foundIn(given.answers[0])[0])), created };
  },
  simulate: (given) =>
    given.answers.length === 0
      ? simulatedSearch([{ type: "contact", id: "found", email: emailIn(given) }])
      : { type: "contact", id: "new", email: emailIn(given) },
  onUncertain: {
    read: find,
    find(found, given) {
      if (given.answers.length === 0) return foundIn(found).length > 0 ? found : null;
      const [contact] = foundIn(found);
      return string(contact?.["id"]) === "" ? null : rawJson(contact);
    },
  },
  causes: ({ role }) => [{ topic: `contact.${role}.created`, facts: {} }],
  sentence: ({ email }, speech) =>
    speech.say(
      `Find or create customer ${wording(email, speech)}`,
      `Buscar o crear el cliente ${wording(email, speech)}`,
    ),
  done: (_, { email, created }, { say }) =>
    created
      ? say(`Created customer ${email}`, `Creó el cliente ${email}`)
      : say(`Found customer ${email}`, `Encontró al cliente ${email}`),
});
