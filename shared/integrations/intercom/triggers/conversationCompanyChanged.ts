import { text } from "../../../language/text.ts";
import { plainTrigger } from "./plainTrigger.ts";

/** Intercom topic conversation.company.updated. */
export const conversationCompanyChanged = plainTrigger({
  type: "intercom.conversationCompanyChanged",
  label: text("Conversation's company changed", "Cambió la empresa de la conversación"),
  help: text(
    "Starts when a conversation is linked to another company.",
    "Empieza cuando una conversación se vincula con otra empresa.",
  ),
  keywords: text("company account organization linked", "empresa cuenta organización vinculada"),
  icon: "company",
  group: "triggerConversation",
  topics: ["conversation.company.updated"],
  when: text("When a conversation's company changes", "Cuando cambia la empresa de una conversación"),
});
