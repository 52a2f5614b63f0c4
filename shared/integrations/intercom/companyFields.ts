import { z } from "zod";
import { record, string } from "../../events/raw.ts";
import { text } from "../../language/text.ts";
import { answer, type Json, type Plan } from "../../nodes/define.ts";
import { attributes, template, type AttributeRow } from "../../nodes/form.ts";
import { fill, type Read } from "../../template/fill.ts";
import type { Template } from "../../template/template.ts";
import { misfit, valuesOf } from "./attributeValue.ts";

/** What a step may write of a company; what is left out or comes out empty stays as it is. */
export interface CompanyFields {
  name?: Template | undefined;
  plan?: Template | undefined;
  industry?: Template | undefined;
  website?: Template | undefined;
  size?: Template | undefined;
  monthlySpend?: Template | undefined;
  attributes?: AttributeRow[] | undefined;
}

const line = (en: string, es: string, advanced = false) =>
  template({ label: text(en, es), ...(advanced ? { advanced } : {}) }, false).optional();

export const companyFields = () => ({
  name: line("Name", "Nombre"),
  plan: line("Plan", "Plan"),
  industry: line("Industry", "Sector", true),
  website: line("Website", "Sitio web", true),
  size: line("Number of employees", "Número de empleados", true),
  monthlySpend: line("Monthly spend", "Gasto mensual", true),
  attributes: attributes({ label: text("Attributes", "Atributos") }, "companyAttributes").optional(),
});

/** The body of a company, or a plan that fails because a value does not fit. Size and spend are whole numbers in Intercom 2.16. */
export function companyBody(set: CompanyFields, read: Read): { body: Record<string, Json> } | { fault: Plan } {
  const written = valuesOf(set.attributes ?? [], read);
  if ("fault" in written) return written;
  const body: [string, Json][] = [];
  const texts = { name: set.name, plan: set.plan, industry: set.industry, website: set.website };
  const numbers = { size: set.size, monthly_spend: set.monthlySpend };
  for (const [key, value] of Object.entries(texts)) {
    const words = value ? fill(value, read).trim() : "";
    if (words !== "") body.push([key, words]);
  }
  for (const [key, value] of Object.entries(numbers)) {
    const words = value ? fill(value, read).trim() : "";
    if (words !== "" && Number.isNaN(Number(words))) return { fault: misfit(key.replace("_", " ")) };
    if (words !== "") body.push([key, Math.round(Number(words))]);
  }
  return {
    body: {
      ...Object.fromEntries(body),
      ...(Object.keys(written.values).length > 0 ? { custom_attributes: written.values } : {}),
    },
  };
}

export const companyReply = () =>
  z.object({
    id: answer(z.string(), text("The company", "La empresa"), "text"),
    name: answer(z.string(), text("Its name", "Su nombre"), "text"),
  });

export const companyAnswer = (body: Json) => ({ id: string(record(body)["id"]), name: string(record(body)["name"]) });

export const simulatedCompany = (set: CompanyFields, read: Read, id: string): Json => {
  const written = companyBody(set, read);
  return { type: "company", id, ...("body" in written ? written.body : {}) };
};
