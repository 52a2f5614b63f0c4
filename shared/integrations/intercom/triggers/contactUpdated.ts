import { z } from "zod";
import { text } from "../../../language/text.ts";
import { defineTrigger } from "../../../nodes/define.ts";
import { contactKindChoice, contactKindWords, ofKind } from "./filters/contactKind.ts";

/** Intercom topics contact.user.updated, contact.lead.updated; they come often, also for a visit. */
export const contactUpdated = defineTrigger({
  type: "intercom.contactUpdated",
  label: text("Customer updated", "Cliente actualizado"),
  help: text(
    "Starts when something about a customer changes. Add a condition to ask what.",
    "Empieza cuando cambia algo de un cliente. Añade una condición para preguntar qué.",
  ),
  keywords: text(
    "changed attribute data modified contact user lead",
    "cambió atributo datos modificado contacto usuario lead",
  ),
  icon: "edit",
  group: "triggerCustomer",
  topics: ["contact.user.updated", "contact.lead.updated"],
  config: z.object({ kind: contactKindChoice() }),
  example: { kind: "user" },
  fresh: { kind: "any" },
  accepts: ({ config, event }) => ofKind(config.kind, event),
  sentence({ kind }, speech) {
    const whom = contactKindWords(kind, speech);
    return speech.say(`When ${whom} is updated`, `Cuando se actualiza ${whom}`);
  },
});
