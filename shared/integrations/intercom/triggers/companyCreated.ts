import { text } from "../../../language/text.ts";
import { plainTrigger } from "./plainTrigger.ts";

/** Intercom topic company.created. */
export const companyCreated = plainTrigger({
  type: "intercom.companyCreated",
  label: text("New company", "Nueva empresa"),
  help: text(
    "Starts when a company appears in Intercom for the first time.",
    "Empieza cuando una empresa aparece por primera vez en Intercom.",
  ),
  keywords: text("company created account organization", "empresa creada cuenta organización"),
  icon: "company",
  group: "triggerCompany",
  topics: ["company.created"],
  when: text("When a company is created", "Cuando se crea una empresa"),
});
