import { z } from "zod";
import { record, string } from "../../../events/raw.ts";
import { text } from "../../../language/text.ts";
import { answer, defineAction } from "../../../nodes/define.ts";
import { template } from "../../../nodes/form.ts";
import { fill } from "../../../template/fill.ts";
import { emptyText, pathOf, request } from "../request.ts";
import { isOwn, onOne, otherOne } from "../whose.ts";
import { wording } from "../wording.ts";

/** Intercom 2.16: POST /contacts/{id}/companies. Someone who is in it already stays in it. */
export const addToCompany = defineAction({
  type: "intercom.addToCompany",
  label: text("Add customer to company", "Añadir cliente a empresa"),
  help: text(
    "Makes the customer a member of a company that an earlier step found or saved.",
    "Hace al cliente miembro de una empresa que encontró o guardó un paso anterior.",
  ),
  keywords: text("attach contact account organisation member", "vincular contacto cuenta organización miembro"),
  icon: "company",
  group: "company",
  config: z.object({
    company: template(
      {
        label: text("Company", "Empresa"),
        help: text("Insert the company of an earlier step.", "Inserta la empresa de un paso anterior."),
      },
      false,
    ),
    of: otherOne("contact"),
  }),
  example: { company: ["66a1f0"] },
  fresh: { company: [] },
  reply: z.object({ name: answer(z.string(), text("The company's name", "El nombre de la empresa"), "text") }),
  plan: (given) =>
    onOne("contact", given, (id) => {
      const company = fill(given.config.company, given.read).trim();
      return company === ""
        ? emptyText("The company", "El dato de la empresa")
        : request("POST", pathOf("contacts", id, "companies"), { id: company });
    }),
  answer: (body) => ({ name: string(record(body)["name"]) }),
  simulate: (given) => ({ type: "company", id: fill(given.config.company, given.read), name: "" }),
  onUncertain: "repeat",
  changes: (facts, { config, read }) =>
    facts.contact && isOwn(config)
      ? {
          ...facts,
          contact: {
            ...facts.contact,
            companyIds: [...new Set([...facts.contact.companyIds, fill(config.company, read).trim()])],
          },
        }
      : facts,
  sentence: ({ company }, speech) =>
    speech.say(`Add the customer to ${wording(company, speech)}`, `Añadir el cliente a ${wording(company, speech)}`),
  done: (_, { name }, { say }) =>
    name === ""
      ? say("Added the customer to the company", "Añadió el cliente a la empresa")
      : say(`Added the customer to ${name}`, `Añadió el cliente a ${name}`),
});
