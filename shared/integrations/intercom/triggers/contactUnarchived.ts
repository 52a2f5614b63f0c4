import { text } from "../../../language/text.ts";
import { plainTrigger } from "./plainTrigger.ts";

/** Intercom topic contact.unarchive. */
export const contactUnarchived = plainTrigger({
  type: "intercom.contactUnarchived",
  label: text("Customer restored", "Cliente restaurado"),
  help: text("Starts when an archived customer is restored.", "Empieza cuando se restaura un cliente archivado."),
  keywords: text("unarchive restore back contact user lead", "desarchivar restaurar recuperar contacto usuario lead"),
  icon: "unarchive",
  group: "triggerCustomer",
  topics: ["contact.unarchive"],
  when: text("When an archived customer is restored", "Cuando se restaura un cliente archivado"),
});
