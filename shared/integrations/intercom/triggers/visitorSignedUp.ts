import { text } from "../../../language/text.ts";
import { plainTrigger } from "./plainTrigger.ts";

/** Intercom topic visitor.signed_up. */
export const visitorSignedUp = plainTrigger({
  type: "intercom.visitorSignedUp",
  label: text("Visitor signed up", "Un visitante se registró"),
  help: text("Starts when a visitor becomes a user.", "Empieza cuando un visitante se convierte en usuario."),
  keywords: text(
    "anonymous converted registered account user signup",
    "anónimo convertido registro cuenta usuario alta",
  ),
  icon: "signUp",
  group: "triggerCustomer",
  topics: ["visitor.signed_up"],
  when: text("When a visitor signs up", "Cuando un visitante se registra"),
});
