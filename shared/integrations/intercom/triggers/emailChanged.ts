import { z } from "zod";
import { text } from "../../../language/text.ts";
import { defineTrigger } from "../../../nodes/define.ts";
import { choice } from "../../../nodes/form.ts";
import { acceptedIf } from "./verdicts.ts";

/** Intercom topics contact.lead.added_email, contact.email.updated. */
export const emailChanged = defineTrigger({
  type: "intercom.emailChanged",
  label: text("Customer's e-mail added or changed", "Correo del cliente añadido o cambiado"),
  help: text(
    "Starts when a lead leaves an e-mail address, or an address changes.",
    "Empieza cuando un lead deja su correo o cuando un correo cambia.",
  ),
  keywords: text("email address mail lead captured new", "correo electrónico dirección email lead captado nuevo"),
  icon: "mail",
  group: "triggerCustomer",
  topics: ["contact.lead.added_email", "contact.email.updated"],
  config: z.object({
    change: choice(
      { label: text("What happened", "Qué ocurrió") },
      {
        any: text("Added or changed", "Añadido o cambiado"),
        added: text("A lead left an address", "Un lead dejó su correo"),
        changed: text("An address changed", "Un correo cambió"),
      },
    ),
  }),
  example: { change: "added" },
  fresh: { change: "any" },
  accepts: ({ config, event }) =>
    acceptedIf(
      config.change === "any" || (config.change === "added") === (event.topic === "contact.lead.added_email"),
      config.change === "added"
        ? text("An address changed; no lead left a first one.", "Un correo cambió; ningún lead dejó el primero.")
        : text("A lead left a first address; none changed.", "Un lead dejó su primer correo; ninguno cambió."),
    ),
  sentence({ change }, { say }) {
    if (change === "added") return say("When a lead leaves an e-mail address", "Cuando un lead deja su correo");
    return change === "changed"
      ? say("When a customer's e-mail changes", "Cuando cambia el correo de un cliente")
      : say("When a customer's e-mail is added or changes", "Cuando se añade o cambia el correo de un cliente");
  },
});
