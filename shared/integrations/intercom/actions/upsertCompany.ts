import { z } from "zod";
import { text } from "../../../language/text.ts";
import { defineAction } from "../../../nodes/define.ts";
import { template } from "../../../nodes/form.ts";
import { fill } from "../../../template/fill.ts";
import { companyAnswer, companyBody, companyFields, companyReply, simulatedCompany } from "../companyFields.ts";
import { emptyText, request } from "../request.ts";
import { wording } from "../wording.ts";

/** Intercom 2.16: POST /companies, which creates or updates by `company_id`. It is seen once a contact belongs to it. */
export const upsertCompany = defineAction({
  type: "intercom.upsertCompany",
  label: text("Create or update company", "Crear o actualizar empresa"),
  help: text(
    "Saves the company with an id of your own, and creates it if there is none. Intercom shows it once a customer belongs to it.",
    "Guarda la empresa con un identificador tuyo y la crea si no existe. Intercom la muestra cuando tiene algún cliente.",
  ),
  keywords: text("account organisation upsert new add", "cuenta organización nueva añadir"),
  icon: "company",
  group: "company",
  config: z.object({
    companyId: template({ label: text("Own id of the company", "Identificador propio de la empresa") }, false),
    ...companyFields(),
  }),
  example: { companyId: ["acme"], name: ["Acme"], plan: ["Pro"] },
  fresh: { companyId: [] },
  reply: companyReply(),
  plan({ config, read }) {
    const key = fill(config.companyId, read).trim();
    if (key === "") return emptyText("The company's own id", "El identificador de la empresa");
    const written = companyBody(config, read);
    return "fault" in written ? written.fault : request("POST", "/companies", { company_id: key, ...written.body });
  },
  answer: companyAnswer,
  simulate: ({ config, read }) => simulatedCompany(config, read, "new"),
  onUncertain: "repeat",
  causes: () => ["company.created", "company.updated"].map((topic) => ({ topic, facts: {} })),
  sentence: ({ companyId, name }, speech) => {
    const which = wording(name ?? companyId, speech);
    return speech.say(`Create or update company ${which}`, `Crear o actualizar la empresa ${which}`);
  },
  done: (_, { name, id }, { say }) => say(`Saved company ${name || id}`, `Guardó la empresa ${name || id}`),
});
