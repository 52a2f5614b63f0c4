import { z } from "zod";
import { entries, record, string } from "../../../events/raw.ts";
import { text } from "../../../language/text.ts";
import { defineAction } from "../../../nodes/define.ts";
import { noConversation } from "../conversationPart.ts";
import { request } from "../request.ts";
import { ticketPath } from "../ticketWrite.ts";
import { idOf, onOne, otherOne } from "../whose.ts";

/** Intercom 2.16: POST /tickets/{id}/linked_conversations. Only a tracker ticket takes links. */
export const linkTicket = defineAction({
  type: "intercom.linkTicket",
  label: text("Link conversation to ticket", "Vincular conversación a ticket"),
  help: text(
    "Links this conversation to a tracker ticket, such as an outage that many customers report.",
    "Vincula esta conversación a un ticket de seguimiento, como una avería que avisan muchos clientes.",
  ),
  keywords: text("tracker connect attach incident", "seguimiento unir adjuntar incidente"),
  icon: "link",
  group: "ticket",
  config: z.object({ of: otherOne("ticket") }),
  example: { of: ["77"] },
  fresh: {},
  reply: z.object({}),
  plan: (given) =>
    given.conversationId === null
      ? noConversation
      : onOne("ticket", given, (id) =>
          request("POST", `${ticketPath(id)}/linked_conversations`, { conversation_id: given.conversationId ?? "" }),
        ),
  answer: () => ({}),
  simulate: (given) => ({ type: "ticket", id: idOf("ticket", given) ?? "" }),
  onUncertain: {
    read: (given) => request("GET", ticketPath(idOf("ticket", given) ?? "")),
    find: (ticket, given) =>
      entries(record(ticket)["linked_objects"], "data").some(({ id }) => string(id) === given.conversationId)
        ? ticket
        : null,
  },
  sentence: (_, { say }) => say("Link the conversation to the ticket", "Vincular la conversación al ticket"),
  done: (_config, _reply, { say }) => say("Linked the conversation to the ticket", "Vinculó la conversación al ticket"),
});
