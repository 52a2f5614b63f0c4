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
    "Starts when a tag is put on a customer. Intercom says nothing when many are tagged at once.",
    "Empieza cuando se pone una etiqueta a un cliente. Intercom no avisa cuando se etiqueta a muchos a la vez.",
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
