import type { Event } from "../../../../events/event.ts";
import type { Speech } from "../../../../language/speech.ts";
import { text } from "../../../../language/text.ts";
import type { Verdict } from "../../../../nodes/define.ts";
import type { Choice } from "../../../../nodes/form.ts";
import { acceptedIf } from "../verdicts.ts";
import { anyOr } from "./anyOr.ts";

/** The setting that narrows a trigger to tickets of one type. */
export const ticketTypeFilter = () =>
  anyOr({ label: text("Ticket type", "Tipo de ticket") }, ["ticketTypes"], text("Any type", "Cualquier tipo"));

export const ofTicketType = (chosen: Choice, event: Event): Verdict =>
  acceptedIf(
    chosen === null || event.facts.ticket?.typeId === chosen.id,
    text("The ticket is of another type.", "El ticket es de otro tipo."),
  );

/** ", of type Refund" / ", de tipo Reembolso", to end a sentence with; "" for any type. */
export const ticketTypeWords = (chosen: Choice, { say, name }: Speech): string =>
  chosen === null
    ? ""
    : say(`, of type ${name("ticketTypes", chosen.id)}`, `, de tipo ${name("ticketTypes", chosen.id)}`);
