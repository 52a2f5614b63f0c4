import { text } from "../../../language/text.ts";
import { plainTrigger } from "./plainTrigger.ts";

/** Intercom topic contact.merged. */
export const contactMerged = plainTrigger({
  type: "intercom.contactMerged",
  label: text("Customers merged", "Clientes fusionados"),
  help: text(
    "Starts when a lead is merged into a user; the user is the one that remains.",
    "Empieza cuando un lead se fusiona con un usuario; queda el usuario.",
  ),
  keywords: text("merge duplicate combined joined contact", "fusionar duplicado combinado unido contacto"),
  icon: "merge",
  group: "triggerCustomer",
  topics: ["contact.merged"],
  when: text("When two customers are merged", "Cuando se fusionan dos clientes"),
});
