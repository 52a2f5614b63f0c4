import { z } from "zod";
import { text } from "../../../language/text.ts";
import { defineTrigger } from "../../../nodes/define.ts";
import { contactKindChoice, contactKindWords, ofKind } from "./filters/contactKind.ts";
import { tagFilter, tagWords, withTag } from "./filters/tag.ts";
import { acceptedByAll } from "./verdicts.ts";

/** Intercom topics contact.user.tag.created, contact.lead.tag.created. */
export const contactTagged = defineTrigger({
  type: "intercom.contactTagged",
  label: text("Customer tagged", "Cliente etiquetado"),
  help: text(
    "Starts when a tag is put on a customer. Tagging many at once in Intercom tells nothing.",
    "Empieza cuando se pone una etiqueta a un cliente. Etiquetar a muchos a la vez en Intercom no avisa.",
  ),
  keywords: text("tag label contact user lead segment", "etiqueta añadida contacto usuario lead segmento"),
  icon: "tag",
  group: "triggerCustomer",
  topics: ["contact.user.tag.created", "contact.lead.tag.created"],
  config: z.object({ tag: tagFilter(), kind: contactKindChoice() }),
  example: { tag: { list: "tags", id: "9920011" }, kind: "any" },
  fresh: { tag: null, kind: "any" },
  accepts: ({ config, event }) => acceptedByAll(withTag(config.tag, event), ofKind(config.kind, event)),
  sentence({ tag, kind }, speech) {
    const whom = contactKindWords(kind, speech);
    return speech.say(
      `When ${whom} is tagged${tagWords(tag, speech)}`,
      `Cuando se etiqueta a ${whom}${tagWords(tag, speech)}`,
    );
  },
});
