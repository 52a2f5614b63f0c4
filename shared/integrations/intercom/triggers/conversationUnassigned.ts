import { z } from "zod";
import { text } from "../../../language/text.ts";
import { defineTrigger } from "../../../nodes/define.ts";
import { unassigned } from "./filters/assignee.ts";

/** Intercom topic conversation.admin.assigned, where it is to nobody. */
export const conversationUnassigned = defineTrigger({
  type: "intercom.conversationUnassigned",
  label: text("Conversation unassigned", "Conversación sin asignar"),
  help: text(
    "Starts when the assignment of a conversation is removed.",
    "Empieza cuando se quita la asignación de una conversación.",
  ),
  keywords: text("nobody owner removed assignment returned", "nadie responsable quitada asignación devuelta"),
  icon: "unassign",
  group: "triggerConversation",
  topics: ["conversation.admin.assigned"],
  config: z.object({}),
  example: {},
  fresh: {},
  accepts: ({ event }) => unassigned(event),
  sentence: (_, { say }) =>
    say("When a conversation is assigned to nobody", "Cuando una conversación se queda sin asignar"),
});
