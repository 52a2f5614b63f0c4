import { text } from "../../../language/text.ts";
import { plainTrigger } from "./plainTrigger.ts";

/** Intercom topic contact.lead.signed_up. */
export const leadSignedUp = plainTrigger({
  type: "intercom.leadSignedUp",
  label: text("Lead signed up", "Un lead se registró"),
  help: text("Starts when a lead becomes a user.", "Empieza cuando un lead se convierte en usuario."),
  keywords: text(
    "converted registered account user conversion signup",
    "convertido registro cuenta usuario conversión alta",
  ),
  icon: "signUp",
  group: "triggerCustomer",
  topics: ["contact.lead.signed_up"],
  when: text("When a lead signs up", "Cuando un lead se registra"),
});
