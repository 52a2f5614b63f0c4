import { text } from "../../language/text.ts";
import { type Field, set } from "./field.ts";

/** What is known of the company. */
export const companyFields: readonly Field[] = [
  {
    ref: "company.name",
    source: "company",
    type: "text",
    label: text("Company name", "Nombre de la empresa"),
    article: "el",
    read: (f) => set(f.company?.name ?? ""),
  },
  {
    ref: "company.plan",
    source: "company",
    type: "text",
    label: text("Company plan", "Plan de la empresa"),
    article: "el",
    read: (f) => set(f.company?.plan ?? ""),
  },
  {
    ref: "company.monthlySpend",
    source: "company",
    type: "number",
    label: text("Company monthly spend", "Gasto mensual de la empresa"),
    article: "el",
    read: (f) => f.company?.monthlySpend ?? null,
  },
  {
    ref: "company.size",
    source: "company",
    type: "number",
    label: text("Company size", "Tamaño de la empresa"),
    article: "el",
    read: (f) => f.company?.size ?? null,
  },
  {
    ref: "company.industry",
    source: "company",
    type: "text",
    label: text("Company industry", "Sector de la empresa"),
    article: "el",
    read: (f) => set(f.company?.industry ?? ""),
  },
  {
    ref: "company.userCount",
    source: "company",
    type: "number",
    label: text("Users in the company", "Usuarios de la empresa"),
    article: "los",
    read: (f) => f.company?.userCount ?? null,
  },
];
