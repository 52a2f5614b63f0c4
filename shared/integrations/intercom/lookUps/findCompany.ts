import { z } from "zod";
import { companyFrom } from "../../../events/normalise.ts";
import { record, string } from "../../../events/raw.ts";
import { text } from "../../../language/text.ts";
import { answer, defineAction, type Given, type Json } from "../../../nodes/define.ts";
import { choice, template } from "../../../nodes/form.ts";
import { fill } from "../../../template/fill.ts";
import type { Template } from "../../../template/template.ts";
import { request, withQuery } from "../request.ts";
import { foundIn } from "../search.ts";
import { wording } from "../wording.ts";

const wanted = ({ config, read }: Given<{ value: Template }>) => fill(config.value, read).trim();
const none = { found: false, id: null, name: null, plan: null, size: null, monthlySpend: null, userCount: null };

/** The answer is a list, or the company itself; null where Intercom says that there is none (404). */
const companyIn = (body: Json) => foundIn(body)[0] ?? (string(record(body)["id"]) === "" ? undefined : record(body));

/** Intercom 2.16: GET /companies?name= or ?company_id=. */
export const findCompany = defineAction({
  type: "intercom.findCompany",
  label: text("Find company", "Buscar empresa"),
  help: text(
    "Finds a company by name or own id, for later steps.",
    "Busca una empresa por nombre o identificador, para pasos posteriores.",
  ),
  keywords: text("account organisation look up search", "cuenta organización localizar consultar"),
  icon: "search",
  group: "lookUp",
  config: z.object({
    by: choice(
      { label: text("Find by", "Buscar por") },
      { name: text("Name", "Nombre"), companyId: text("Own id", "Identificador propio") },
    ),
    value: template({ label: text("Which is", "Que sea") }, false),
  }),
  example: { by: "name", value: ["Acme"] },
  fresh: { by: "name", value: [] },
  reply: z.object({
    found: answer(z.boolean(), text("Whether one was found", "Si se encontró"), "boolean"),
    id: answer(z.string().nullable(), text("The company", "La empresa"), "text"),
    name: answer(z.string().nullable(), text("Its name", "Su nombre"), "text"),
    plan: answer(z.string().nullable(), text("Its plan", "Su plan"), "text"),
    size: answer(z.number().nullable(), text("Its size", "Su tamaño"), "number"),
    monthlySpend: answer(z.number().nullable(), text("Its monthly spend", "Su gasto mensual"), "number"),
    userCount: answer(z.number().nullable(), text("Its users", "Sus usuarios"), "number"),
  }),
  plan: (given) =>
    wanted(given) === ""
      ? { type: "answer", reply: none }
      : request(
          "GET",
          withQuery("/companies", { [given.config.by === "name" ? "name" : "company_id"]: wanted(given) }),
        ),
  answer: (body) => {
    const found = companyIn(body);
    if (!found) return none;
    const { id, name, plan, size, monthlySpend, userCount } = companyFrom(found);
    return { found: true, id, name: name || null, plan: plan || null, size, monthlySpend, userCount };
  },
  simulate: (given) => ({
    type: "list",
    data: [{ type: "company", id: "found", name: wanted(given) }],
    total_count: 1,
  }),
  onUncertain: "repeat",
  sentence: ({ value }, speech) =>
    speech.say(`Find company ${wording(value, speech)}`, `Buscar la empresa ${wording(value, speech)}`),
  done: (_, { found, name }, { say }) =>
    found
      ? say(`Found company ${name ?? ""}`.trim(), `Encontró la empresa ${name ?? ""}`.trim())
      : say("Found no such company", "No encontró esa empresa"),
});
