import { text } from "../../../language/text.ts";
import { plainTrigger } from "./plainTrigger.ts";

/** Intercom topic contact.user.created. */
export const userCreated = plainTrigger({
  type: "intercom.userCreated",
  label: text("New user", "Nuevo usuario"),
  help: text(
    "Starts when a user appears in Intercom for the first time.",
    "Empieza cuando un usuario aparece por primera vez en Intercom.",
  ),
  keywords: text("user created customer contact registered", "usuario creado cliente contacto registrado"),
  icon: "addPerson",
  group: "triggerCustomer",
  topics: ["contact.user.created"],
  when: text("When a user is created", "Cuando se crea un usuario"),
});
