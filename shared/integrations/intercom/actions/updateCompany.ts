import { z } from "zod";
import { text } from "../../../language/text.ts";
import { defineAction } from "../../../nodes/define.ts";
import { fill } from "../../../template/fill.ts";
import { fittingValues } from "../attributeValue.ts";
import { companyAnswer, companyBody, companyFields, companyReply, simulatedCompany } from "../companyFields.ts";
import type { Company } from "../../../events/facts.ts";
import { failed, pathOf, request } from "../request.ts";
import { idOf, isOwn, onOne, otherOne } from "../whose.ts";

/** Intercom 2.16: PUT /companies/{id}. */
export const updateCompany = defineAction({
  type: "intercom.updateCompany",
  label: text("Update company", "Actualizar empresa"),
  help: text(
    "Writes several of the company's details at once; what is left empty stays as it is.",
    "Escribe varios datos de la empresa a la vez; lo que dejas vacío se queda como está.",
  ),
  keywords: text(
    "account organisation change edit attributes plan",
    "cuenta organización cambiar editar atributos plan",
  ),
  icon: "company",
  group: "company",
  config: z.object({ ...companyFields(), of: otherOne("company") }),
  example: { plan: ["Enterprise"] },
  fresh: {},
  needs: ["company"],
  reply: companyReply(),
  plan: (given) =>
    onOne("company", given, (id) => {
      const written = companyBody(given.config, given.read);
      if ("fault" in written) return written.fault;
      return Object.keys(written.body).length === 0
        ? failed(
            ["There is nothing to write.", "No hay nada que escribir."],
            ["Fill in what is to change.", "Completa lo que debe cambiar."],
          )
        : request("PUT", pathOf("companies", id), written.body);
    }),
  answer: companyAnswer,
  simulate: (given) => simulatedCompany(given.config, given.read, idOf("company", given) ?? ""),
  onUncertain: "repeat",
  changes: (facts, { config, read }) => {
    const { company } = facts;
    if (!company || !isOwn(config)) return facts;
    const attributes = fittingValues(config.attributes ?? [], read) as Company["attributes"];
    return {
      ...facts,
      company: {
        ...company,
        name: (config.name && fill(config.name, read).trim()) || company.name,
        plan: (config.plan && fill(config.plan, read).trim()) || company.plan,
        industry: (config.industry && fill(config.industry, read).trim()) || company.industry,
        website: (config.website && fill(config.website, read).trim()) || company.website,
        attributes: { ...company.attributes, ...attributes },
      },
    };
  },
  sentence: (_, { say }) => say("Update the company", "Actualizar la empresa"),
  done: (_, { name }, { say }) => say(`Updated company ${name}`.trim(), `Actualizó la empresa ${name}`.trim()),
});
