import { z } from "zod";
import { record, string } from "../../../events/raw.ts";
import { text } from "../../../language/text.ts";
import { answer, defineAction, type Given } from "../../../nodes/define.ts";
import { choice, template } from "../../../nodes/form.ts";
import { fill } from "../../../template/fill.ts";
import type { Template } from "../../../template/template.ts";
import { foundIn, search, simulatedSearch } from "../search.ts";
import { wording } from "../wording.ts";

const fields = { email: "email", externalId: "external_id", phone: "phone" } as const;

const wanted = ({ config, read }: Given<{ value: Template }>) => fill(config.value, read).trim();
const none = { found: false, id: null, name: null, email: null, phone: null, role: null };

/** Intercom 2.16: POST /contacts/search. Somebody who was added within the last minutes may not be found yet. */
export const findContact = defineAction({
  type: "intercom.findContact",
  label: text("Find customer", "Buscar cliente"),
  help: text(
    "Finds a customer by e-mail, own id or phone, for later steps.",
    "Busca un cliente por correo, identificador o teléfono, para pasos posteriores.",
  ),
  keywords: text("contact user lead look up search", "contacto usuario lead localizar consultar"),
  icon: "search",
  group: "lookUp",
  config: z.object({
    by: choice(
      { label: text("Find by", "Buscar por") },
      {
        email: text("E-mail", "Correo"),
        externalId: text("Own id", "Identificador propio"),
        phone: text("Phone", "Teléfono"),
      },
    ),
    value: template({ label: text("Which is", "Que sea") }, false),
  }),
  example: { by: "email", value: ["ada@example.com"] },
  fresh: { by: "email", value: [] },
  reply: z.object({
    found: answer(z.boolean(), text("Whether one was found", "Si se encontró"), "boolean"),
    id: answer(z.string().nullable(), text("The customer", "El cliente"), "text"),
    name: answer(z.string().nullable(), text("Their name", "Su nombre"), "text"),
    email: answer(z.string().nullable(), text("Their e-mail", "Su correo"), "text"),
    phone: answer(z.string().nullable(), text("Their phone", "Su teléfono"), "text"),
    role: answer(z.string().nullable(), text("User or lead", "Usuario o lead"), "text"),
  }),
  plan: (given) =>
    wanted(given) === ""
      ? { type: "answer", reply: none }
      : search("contacts", [{ field: fields[given.config.by], operator: "=", value: wanted(given) }]),
  answer: (body) => {
    // Of several, users go before leads, who may have been written down more than once.
    const found = foundIn(body).toSorted((a, b) => string(b["role"]).localeCompare(string(a["role"])))[0];
    if (!found) return none;
    const words = (key: string) => string(record(found)[key]) || null;
    return {
      found: true,
      id: words("id"),
      name: words("name"),
      email: words("email"),
      phone: words("phone"),
      role: words("role"),
    };
  },
  simulate: (given) => simulatedSearch([{ type: "contact", id: "found", [fields[given.config.by]]: wanted(given) }]),
  onUncertain: "repeat",
  sentence: ({ value }, speech) =>
    speech.say(`Find customer ${wording(value, speech)}`, `Buscar el cliente ${wording(value, speech)}`),
  done: (_, { found, name, email }, { say }) =>
    found
      ? say(`Found customer ${name ?? email ?? ""}`.trim(), `Encontró al cliente ${name ?? email ?? ""}`.trim())
      : say("Found no such customer", "No encontró a ese cliente"),
});
