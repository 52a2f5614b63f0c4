import { z } from "zod";
import { entries, record, string } from "../../../events/raw.ts";
import { text } from "../../../language/text.ts";
import { answer, defineAction, type Given } from "../../../nodes/define.ts";
import { template } from "../../../nodes/form.ts";
import { fill } from "../../../template/fill.ts";
import type { Template } from "../../../template/template.ts";
import { emptyText, pathOf, request, skipped, withQuery } from "../request.ts";
import { foundIn, search, simulatedSearch } from "../search.ts";
import { wording } from "../wording.ts";

type Setting = { email: Template };

const emailIn = ({ config, read }: Given<Setting>) => fill(config.email, read).trim();
const userIn = ({ answers }: Given<Setting>) => string(foundIn(answers[0])[0]?.["id"]);
const find = (given: Given<Setting>) =>
  search("contacts", [
    { field: "email", operator: "=", value: emailIn(given) },
    { field: "role", operator: "=", value: "user" },
  ]);

/**
 * Intercom 2.16: POST /contacts/search for the user, then POST /contacts/merge; the lead is then gone (410). Intercom checks that both have the
 * same e-mail or phone, and that is left on: an address that somebody merely wrote must not open another person's history.
 */
export const mergeLead = defineAction({
  type: "intercom.mergeLead",
  label: text("Merge lead into user", "Fusionar lead con usuario"),
  help: text(
    "Merges this lead into the user who has an e-mail; the lead's conversations move along.",
    "Fusiona este lead con el usuario que tiene un correo; sus conversaciones pasan con él.",
  ),
  keywords: text("join duplicate combine contact identify", "unir duplicado combinar contacto identificar"),
  icon: "merge",
  group: "customer",
  config: z.object({ email: template({ label: text("The user's e-mail", "Correo del usuario") }, false) }),
  example: { email: [{ ref: "contact.email" }] },
  fresh: { email: [{ ref: "contact.email" }] },
  needs: ["contact"],
  reply: z.object({
    id: answer(z.string().nullable(), text("The user", "El usuario"), "text"),
    merged: answer(z.boolean(), text("Whether they were merged", "Si se fusionaron"), "boolean"),
    email: z.string(),
  }),
  plan(given) {
    const { contactId, facts } = given;
    if (contactId === null)
      return skipped("Not merged: there is no customer here.", "Sin fusionar: aquí no hay cliente.");
    if (given.answers.length > 0) return request("POST", "/contacts/merge", { from: contactId, into: userIn(given) });
    if (facts.contact?.role === "user" && facts.contact.id === contactId)
      return skipped("Not merged: the customer is a user already.", "Sin fusionar: el cliente ya es un usuario.");
    return emailIn(given) === "" ? emptyText("The e-mail", "El correo") : find(given);
  },
  again: (given) => given.answers.length === 1 && userIn(given) !== "" && userIn(given) !== given.contactId,
  answer: (_, given) => ({ id: userIn(given) || null, merged: given.answers.length > 1, email: emailIn(given) }),
  simulate: (given) =>
    given.answers.length === 0
      ? simulatedSearch([{ type: "contact", id: "user" }])
      : { type: "contact", id: userIn(given) },
  onUncertain: {
    read: (given) =>
      given.answers.length === 0
        ? find(given)
        : request("GET", withQuery(pathOf("contacts", userIn(given)), { include_merge_history: "true" })),
    find(found, given) {
      if (given.answers.length === 0) return foundIn(found).length > 0 ? found : null;
      const history = entries(record(found)["merge_history"]);
      return history.some((merged) => string(merged["source_contact_id"]) === given.contactId) ? found : null;
    },
  },
  causes: () => [{ topic: "contact.merged", facts: {} }],
  sentence: ({ email }, speech) =>
    speech.say(
      `Merge the lead into user ${wording(email, speech)}`,
      `Fusionar el lead con el usuario ${wording(email, speech)}`,
    ),
  done: (_, { merged, email }, { say }) =>
    merged
      ? say(`Merged the lead into ${email}`, `Fusionó el lead con ${email}`)
      : say(`No user has the e-mail ${email}`, `Ningún usuario tiene el correo ${email}`),
});
