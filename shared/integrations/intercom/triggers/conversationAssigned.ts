import { z } from "zod";
import { text } from "../../../language/text.ts";
import { defineTrigger } from "../../../nodes/define.ts";
import { assignedTo, assigneeFilter, assigneeWords } from "./filters/assignee.ts";

/** Intercom topic conversation.admin.assigned. conversation.admin.open.assigned tells some of these again. */
export const conversationAssigned = defineTrigger({
  type: "intercom.conversationAssigned",
  label: text("Conversation assigned", "Conversación asignada"),
  help: text(
    "Starts when a conversation is given to a team or a teammate.",
    "Empieza cuando una conversación se asigna a un equipo o a un compañero.",
  ),
  keywords: text(
    "assignment routed owner team hand-off handover escalated",
    "asignación derivada responsable equipo traspaso escalada",
  ),
  icon: "assign",
  group: "triggerConversation",
  topics: ["conversation.admin.assigned"],
  config: z.object({ to: assigneeFilter() }),
  example: { to: { list: "teams", id: "7310456" } },
  fresh: { to: null },
  accepts: ({ config, event }) => assignedTo(config.to, event),
  sentence({ to }, speech) {
    const whom = assigneeWords(to, speech);
    return speech.say(`When a conversation is assigned${whom}`, `Cuando se asigna una conversación${whom}`);
  },
});
