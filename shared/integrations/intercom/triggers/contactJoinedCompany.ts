import { text } from "../../../language/text.ts";
import { plainTrigger } from "./plainTrigger.ts";

/** Intercom topic company.contact.attached. */
export const contactJoinedCompany = plainTrigger({
  type: "intercom.contactJoinedCompany",
  label: text("Customer joined a company", "Un cliente se unió a una empresa"),
  help: text("Starts when a customer is added to a company.", "Empieza cuando se añade un cliente a una empresa."),
  keywords: text(
    "attached member employee contact user added account",
    "añadido miembro empleado contacto usuario cuenta",
  ),
  icon: "addPerson",
  group: "triggerCompany",
  topics: ["company.contact.attached"],
  when: text("When a customer joins a company", "Cuando un cliente se une a una empresa"),
});
