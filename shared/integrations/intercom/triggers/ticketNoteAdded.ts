import { text } from "../../../language/text.ts";
import { ticketTrigger } from "./ticketTrigger.ts";

/** Intercom topic ticket.note.created. */
export const ticketNoteAdded = ticketTrigger({
  type: "intercom.ticketNoteAdded",
  label: text("Note added to a ticket", "Nota añadida a un ticket"),
  help: text(
    "Starts when an internal note is left in a ticket.",
    "Empieza cuando se deja una nota interna en un ticket.",
  ),
  keywords: text("internal comment private", "comentario interno privada"),
  icon: "note",
  topics: ["ticket.note.created"],
  when: text("When a note is added to a ticket", "Cuando se añade una nota a un ticket"),
});
