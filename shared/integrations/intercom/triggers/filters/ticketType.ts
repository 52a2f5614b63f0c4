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

/** " (Refund)" / " (Reembolso)", to end a sentence with; "" for any type. */
export const ticketTypeWords = (chosen: Choice, { name }: Speech): string =>
  chosen === null ? "" : ` (${name("ticketTypes", chosen.id)})`;
