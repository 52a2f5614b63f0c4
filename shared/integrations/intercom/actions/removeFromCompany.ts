import { z } from "zod";
import { entries, record, string } from "../../../events/raw.ts";
import { text } from "../../../language/text.ts";
import { answer, defineAction } from "../../../nodes/define.ts";
import { pathOf, request, skipped } from "../request.ts";
import { idOf, onOne, otherOne } from "../whose.ts";

/** Intercom 2.16: DELETE /contacts/{id}/companies/{company_id}. */
export const removeFromCompany = defineAction({
  type: "intercom.removeFromCompany",
  label: text("Remove customer from company", "Quitar cliente de empresa"),
  help: text("Ends the customer's membership in a company.", "Saca al cliente de una empresa."),
  keywords: text("detach contact account leave", "desvincular contacto cuenta salir"),
  icon: "company",
  group: "company",
  config: z.object({ of: otherOne("company") }),
  example: {},
  fresh: {},
  needs: ["company"],
  reply: z.object({ name: answer(z.string(), text("The company's name", "El nombre de la empresa"), "text") }),
  plan: (given) =>
    onOne("company", given, (company) =>
      given.contactId === null
        ? skipped("Not done: there is no customer here.", "Sin hacer: aquí no hay ningún cliente.")
        : request("DELETE", pathOf("contacts", given.contactId, "companies", company)),
    ),
  answer: (body) => ({ name: string(record(body)["name"]) }),
  simulate: (given) => ({ type: "company", id: idOf("company", given) ?? "", name: given.facts.company?.name ?? "" }),
  onUncertain: {
    read: ({ contactId }) => request("GET", pathOf("contacts", contactId ?? "", "companies")),
    find(body, given) {
      const raw = record(body);
      if (!("data" in raw) && !("companies" in raw)) return null;
      const company = idOf("company", given) ?? "";
      const still = entries(body, "data", "companies").some(({ id }) => string(id) === company);
      return still ? null : { type: "company", id: company, name: given.facts.company?.name ?? "" };
    },
  },
  changes: (facts, given) => {
    const company = idOf("company", given);
    return facts.contact
      ? {
          ...facts,
          contact: { ...facts.contact, companyIds: facts.contact.companyIds.filter((id) => id !== company) },
          ...(facts.company?.id === company ? { company: null } : {}),
        }
      : facts;
  },
  sentence: (_, { say }) => say("Remove the customer from the company", "Quitar al cliente de la empresa"),
  done: (_, { name }, { say }) =>
    name === ""
      ? say("Removed the customer from the company", "Quitó al cliente de la empresa")
      : say(`Removed the customer from ${name}`, `Quitó al cliente de ${name}`),
});
