import { text } from "../../../language/text.ts";
import { contactStateAction } from "../contactState.ts";

/** Intercom 2.16: POST /contacts/{id}/archive. */
export const archiveContact = contactStateAction({
  type: "intercom.archiveContact",
  verb: "archive",
  label: text("Archive customer", "Archivar cliente"),
  help: text("Takes the customer out of lists and searches.", "Saca al cliente de las listas y búsquedas."),
  keywords: text("hide remove contact lead clean up", "ocultar quitar contacto lead limpiar"),
  icon: "archive",
  says: text("Archive the customer", "Archivar al cliente"),
  said: text("Archived the customer", "Archivó al cliente"),
});
