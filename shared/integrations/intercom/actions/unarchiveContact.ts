import { text } from "../../../language/text.ts";
import { contactStateAction } from "../contactState.ts";

/** Intercom 2.16: POST /contacts/{id}/unarchive. */
export const unarchiveContact = contactStateAction({
  type: "intercom.unarchiveContact",
  verb: "unarchive",
  label: text("Bring customer back from the archive", "Recuperar cliente del archivo"),
  help: text(
    "Puts an archived customer back into lists and searches.",
    "Devuelve a un cliente archivado a las listas y búsquedas.",
  ),
  keywords: text("unarchive restore contact", "desarchivar restaurar contacto"),
  icon: "unarchive",
  says: text("Bring the customer back from the archive", "Recuperar al cliente del archivo"),
  said: text("Brought the customer back from the archive", "Recuperó al cliente del archivo"),
});
