import { text } from "../../../language/text.ts";
import { plainTrigger } from "./plainTrigger.ts";

/** Intercom topic contact.archived. */
export const contactArchived = plainTrigger({
  type: "intercom.contactArchived",
  label: text("Customer archived", "Cliente archivado"),
  help: text("Starts when a customer is archived.", "Empieza cuando se archiva un cliente."),
  keywords: text("archive hidden removed contact user lead", "archivar oculto quitado contacto usuario lead"),
  icon: "archive",
  group: "triggerCustomer",
  topics: ["contact.archived"],
  when: text("When a customer is archived", "Cuando se archiva un cliente"),
});
