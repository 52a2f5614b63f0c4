import { z } from "zod";
import { record, string } from "../../../events/raw.ts";
import { text } from "../../../language/text.ts";
import { cannotTell, defineAction, type Given } from "../../../nodes/define.ts";
import { choice } from "../../../nodes/form.ts";
import { fill } from "../../../template/fill.ts";
import {
  contactAnswer,
  contactBody,
  contactFields,
  type ContactFields,
  contactReply,
  simulatedContact,
} from "../contactFields.ts";
import { failed, request } from "../request.ts";
import { foundIn, rawJson, search } from "../search.ts";
import { wording } from "../wording.ts";
import { isSince } from "../since.ts";

const words = (given: Given<ContactFields>, key: "email" | "externalId") => {
  const value = given.config[key];
  return value ? fill(value, given.read).trim() : "";
};

/** Intercom 2.16: POST /contacts. One who exists already is refused (409). */
export const createContact = defineAction({
  type: "intercom.createContact",
  label: text("Create customer", "Crear cliente"),
  help: text("Adds a new user or lead to Intercom.", "Añade un usuario o lead nuevo a Intercom."),
  keywords: text("contact user lead new add person", "contacto usuario lead nuevo añadir persona"),
  icon: "contact",
  group: "customer",
  config: z.object({
    role: choice({ label: text("Kind", "Tipo") }, { user: text("User", "Usuario"), lead: text("Lead", "Lead") }),
    ...contactFields(),
  }),
  example: { role: "user", email: ["new@example.com"], name: ["Ada"] },
  fresh: { role: "lead" },
  reply: contactReply(),
  plan(given) {
    const written = contactBody(given.config, given.read);
    if ("fault" in written) return written.fault;
    return given.config.role === "user" && !("email" in written.body) && !("external_id" in written.body)
      ? failed(
          [
            "The new user has neither an e-mail nor an own id.",
            "El usuario nuevo no tiene correo ni identificador propio.",
          ],
          ["Give one of them, or create a lead.", "Indica uno de los dos o crea un lead."],
        )
      : request("POST", "/contacts", { role: given.config.role, ...written.body });
  },
  answer: contactAnswer,
  simulate: (given) => simulatedContact(given.config, given, "new"),
  onUncertain: {
    read: (given) =>
      search("contacts", [
        words(given, "email") === ""
          ? { field: "external_id", operator: "=", value: words(given, "externalId") || "none" }
          : { field: "email", operator: "=", value: words(given, "email") },
        { field: "role", operator: "=", value: given.config.role },
      ]),
    find: (answer, given, since, claim) =>
      words(given, "email") === "" && words(given, "externalId") === ""
        ? cannotTell
        : rawJson(
            foundIn(answer).find((contact) => isSince(contact["created_at"], since) && claim(string(contact["id"]))),
          ),
    made: (contact, _given, _since, claim) => void claim(string(record(contact)["id"])),
  },
  causes: ({ role }) => [{ topic: `contact.${role}.created`, facts: {} }],
  sentence: ({ role, email, name }, speech) => {
    const who = wording(email ?? name ?? [], speech);
    return role === "user"
      ? speech.say(`Create user ${who}`.trim(), `Crear el usuario ${who}`.trim())
      : speech.say(`Create lead ${who}`.trim(), `Crear el lead ${who}`.trim());
  },
  done: ({ role }, { name, email }, { say }) => {
    const who = email || name;
    return role === "user"
      ? say(`Created user ${who}`.trim(), `Creó el usuario ${who}`.trim())
      : say(`Created lead ${who}`.trim(), `Creó el lead ${who}`.trim());
  },
});
