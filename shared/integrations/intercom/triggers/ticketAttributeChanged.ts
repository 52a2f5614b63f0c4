import { z } from "zod";
import { text } from "../../../language/text.ts";
import { defineTrigger } from "../../../nodes/define.ts";
import type { Event } from "../../../events/event.ts";
import { ticketAttributeId } from "../../../workspace/lists.ts";
import { anyOr } from "./filters/anyOr.ts";
import { ofTicketType, ticketTypeFilter, ticketTypeWords } from "./filters/ticketType.ts";
import { acceptedByAll, acceptedIf } from "./verdicts.ts";

const attributeOf = ({ facts }: Event): string =>
  ticketAttributeId(facts.ticket?.typeId ?? "", facts.happening?.attribute?.name ?? "");

/** Intercom topic ticket.attribute.updated. */
export const ticketAttributeChanged = defineTrigger({
  type: "intercom.ticketAttributeChanged",
  label: text("Ticket attribute changed", "Cambió un atributo del ticket"),
  help: text(
    "Starts when an attribute of a ticket gets another value.",
    "Empieza cuando un atributo de un ticket toma otro valor.",
  ),
  keywords: text("field updated data value edited property", "campo actualizado dato valor editado propiedad"),
  icon: "edit",
  group: "triggerTicket",
  topics: ["ticket.attribute.updated"],
  config: z.object({
    attribute: anyOr(
      { label: text("Attribute", "Atributo") },
      ["ticketAttributes"],
      text("Any attribute", "Cualquier atributo"),
    ),
    ticketType: ticketTypeFilter(),
  }),
  example: { attribute: null, ticketType: null },
  fresh: { attribute: null, ticketType: null },
  accepts: ({ config: { attribute, ticketType }, event }) =>
    acceptedByAll(
      acceptedIf(
        attribute === null || attributeOf(event) === attribute.id,
        text("Another attribute changed.", "Cambió otro atributo."),
      ),
      ofTicketType(ticketType, event),
    ),
  sentence({ attribute, ticketType }, speech) {
    const type = ticketTypeWords(ticketType, speech);
    const which = attribute === null ? null : speech.name("ticketAttributes", attribute.id);
    return which === null
      ? speech.say(`When an attribute of a ticket changes${type}`, `Cuando cambia un atributo de un ticket${type}`)
      : speech.say(`When “${which}” of a ticket changes${type}`, `Cuando cambia «${which}» de un ticket${type}`);
  },
});
