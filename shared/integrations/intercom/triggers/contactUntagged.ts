import { z } from "zod";
import { text } from "../../../language/text.ts";
import { defineTrigger } from "../../../nodes/define.ts";
import { contactKindChoice, contactKindWords, ofKind } from "./filters/contactKind.ts";
import { tagFilter, withTag } from "./filters/tag.ts";
import { acceptedByAll } from "./verdicts.ts";

/** Intercom topics contact.user.tag.deleted, contact.lead.tag.deleted. */
export const contactUntagged = defineTrigger({
  type: "intercom.contactUntagged",
  label: text("Customer's tag removed", "Etiqueta quitada al cliente"),
  help: text("Starts when a tag is taken off a customer.", "Empieza cuando se quita una etiqueta a un cliente."),
  keywords: text(
    "untagged tag label contact user lead removed",
    "desetiquetado etiqueta contacto usuario lead eliminada",
  ),
  icon: "untag",
  group: "triggerCustomer",
  topics: ["contact.user.tag.deleted", "contact.lead.tag.deleted"],
  config: z.object({ tag: tagFilter(), kind: contactKindChoice() }),
  example: { tag: { list: "tags", id: "9920011" }, kind: "any" },
  fresh: { tag: null, kind: "any" },
  accepts: ({ config, event }) => acceptedByAll(withTag(config.tag, event), ofKind(config.kind, event)),
  sentence({ tag, kind }, speech) {
    const whom = contactKindWords(kind, speech);
    const which = tag === null ? speech.say("a tag", "una etiqueta") : speech.name("tags", tag.id);
    return speech.say(`When ${which} is taken off ${whom}`, `Cuando se quita ${which} a ${whom}`);
  },
});
