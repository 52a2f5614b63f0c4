import { text } from "../../../language/text.ts";
import { plainTrigger } from "./plainTrigger.ts";

/** Intercom topic company.deleted, which tells no more than the ids. */
export const companyDeleted = plainTrigger({
  type: "intercom.companyDeleted",
  label: text("Company deleted", "Empresa eliminada"),
  help: text(
    "Starts when a company has been deleted; only its id is known then.",
    "Empieza cuando se ha eliminado una empresa; ya solo se conoce su identificador.",
  ),
  keywords: text("company removed erased account", "empresa borrada quitada cuenta"),
  icon: "delete",
  group: "triggerCompany",
  topics: ["company.deleted"],
  when: text("When a company is deleted", "Cuando se elimina una empresa"),
});
