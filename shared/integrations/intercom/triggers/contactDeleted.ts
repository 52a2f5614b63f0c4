import { text } from "../../../language/text.ts";
import { plainTrigger } from "./plainTrigger.ts";

/** Intercom topic contact.deleted, which tells no more than the ids. */
export const contactDeleted = plainTrigger({
  type: "intercom.contactDeleted",
  label: text("Customer deleted", "Cliente eliminado"),
  help: text(
    "Starts when a customer has been deleted for good; only the id is known then.",
    "Empieza cuando se ha eliminado un cliente para siempre; ya solo se conoce su identificador.",
  ),
  keywords: text(
    "delete erased gdpr privacy contact user lead",
    "eliminar borrado rgpd privacidad contacto usuario lead",
  ),
  icon: "delete",
  group: "triggerCustomer",
  topics: ["contact.deleted"],
  when: text("When a customer is deleted", "Cuando se elimina un cliente"),
});
