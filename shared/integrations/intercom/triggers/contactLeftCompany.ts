import { text } from "../../../language/text.ts";
import { plainTrigger } from "./plainTrigger.ts";

/** Intercom topic company.contact.detached. */
export const contactLeftCompany = plainTrigger({
  type: "intercom.contactLeftCompany",
  label: text("Customer left a company", "Un cliente dejó una empresa"),
  help: text("Starts when a customer is taken out of a company.", "Empieza cuando se quita un cliente de una empresa."),
  keywords: text(
    "detached member employee contact user removed account",
    "quitado miembro empleado contacto usuario cuenta",
  ),
  icon: "removePerson",
  group: "triggerCompany",
  topics: ["company.contact.detached"],
  when: text("When a customer leaves a company", "Cuando un cliente deja una empresa"),
});
