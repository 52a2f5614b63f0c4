import { z } from "zod";
import { text } from "../../../language/text.ts";
import { answer, defineAction } from "../../../nodes/define.ts";
import { putConversation, simulatedConversation, withConversation } from "../conversationChange.ts";
import { idOf, onOne, otherOne } from "../whose.ts";

/** Intercom 2.16: PUT /conversations/{id}, company_id. */
export const setConversationCompany = defineAction({
  type: "intercom.setConversationCompany",
  label: text("Set conversation's company", "Poner empresa a la conversación"),
  help: text("Says which company the conversation is about.", "Indica de qué empresa trata la conversación."),
  keywords: text("account organisation link", "cuenta organización vincular"),
  icon: "company",
  group: "team",
  config: z.object({ of: otherOne("company") }),
  example: {},
  fresh: {},
  needs: ["company"],
  reply: z.object({ companyId: answer(z.string(), text("The company", "La empresa"), "text") }),
  plan: (given) => onOne("company", given, (id) => putConversation(given, { company_id: id })),
  answer: (_, given) => ({ companyId: idOf("company", given) ?? "" }),
  simulate: simulatedConversation,
  onUncertain: "repeat",
  changes: (facts, given) => withConversation(facts, { companyId: idOf("company", given) }),
  sentence: (_, { say }) => say("Set the conversation's company", "Poner la empresa a la conversación"),
  done: (_config, _reply, { say }) => say("Set the conversation's company", "Puso la empresa a la conversación"),
});
