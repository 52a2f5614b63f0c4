import { text } from "../../../language/text.ts";
import { contactStateAction } from "../contactState.ts";

/** Intercom 2.16: POST /contacts/{id}/block. Archives the contact's conversations too. */
export const blockContact = contactStateAction({
  type: "intercom.blockContact",
  verb: "block",
  label: text("Block customer", "Bloquear cliente"),
  help: text(
    "Stops the customer from writing and archives their conversations.",
    "Impide que el cliente escriba y archiva sus conversaciones.",
  ),
  keywords: text("ban spam abuse stop contact", "vetar spam abuso impedir contacto"),
  icon: "block",
  says: text("Block the customer", "Bloquear al cliente"),
  said: text("Blocked the customer", "Bloqueó al cliente"),
});
