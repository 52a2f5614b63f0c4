import { text } from "../../../language/text.ts";
import { plainTrigger } from "./plainTrigger.ts";

/** Intercom topic contact.lead.created. */
export const leadCreated = plainTrigger({
  type: "intercom.leadCreated",
  label: text("New lead", "Nuevo lead"),
  help: text("Starts when a visitor becomes a lead.", "Empieza cuando un visitante se convierte en lead."),
  keywords: text("lead created prospect contact anonymous", "lead creado prospecto contacto anónimo"),
  icon: "addPerson",
  group: "triggerCustomer",
  topics: ["contact.lead.created"],
  when: text("When a lead is created", "Cuando se crea un lead"),
});
