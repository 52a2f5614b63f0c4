import { text } from "../../../language/text.ts";
import { plainTrigger } from "./plainTrigger.ts";

/** Intercom topic company.updated. */
export const companyUpdated = plainTrigger({
  type: "intercom.companyUpdated",
  label: text("Company updated", "Empresa actualizada"),
  help: text(
    "Starts when something about a company changes. Add a condition to ask what.",
    "Empieza cuando cambia algo de una empresa. Añade una condición para preguntar qué.",
  ),
  keywords: text("company changed plan spend attribute account", "empresa cambió plan gasto atributo cuenta"),
  icon: "edit",
  group: "triggerCompany",
  topics: ["company.updated"],
  when: text("When a company is updated", "Cuando se actualiza una empresa"),
});
