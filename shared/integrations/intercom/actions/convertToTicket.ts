import { z } from "zod";
import { ticketFrom } from "../../../events/normalise.ts";
import { entries, string } from "../../../events/raw.ts";
import { text } from "../../../language/text.ts";
import { defineAction, type Given } from "../../../nodes/define.ts";
import { attributes, pick, template } from "../../../nodes/form.ts";
import { fill } from "../../../template/fill.ts";
import { ticketAttributeName } from "../../../workspace/lists.ts";
import { valuesOf } from "../attributeValue.ts";
import { conversationPath, noConversation } from "../conversationPart.ts";
import { request } from "../request.ts";
import { foundIn, rawJson, search } from "../search.ts";
import { ticketAnswer, ticketReply } from "../ticketWrite.ts";

/** Intercom 2.16: POST /conversations/{id}/convert. The ticket seems to keep the conversation's id. */
export const convertToTicket = defineAction({
  type: "intercom.convertToTicket",
  label: text("Turn conversation into ticket", "Convertir conversación en ticket"),
  help: text("Makes a ticket of the conversation.", "Hace de la conversación un ticket."),
  keywords: text("convert issue case request", "pasar incidencia caso petición"),
  icon: "ticket",
  group: "ticket",
  altersTalk: true,
  config: z.object({
    ticketType: pick({ label: text("Ticket type", "Tipo de ticket") }, "ticketTypes"),
    title: template({ label: text("Title", "Título") }, false).optional(),
    attributes: attributes({ label: text("Attributes", "Atributos") }, "ticketAttributes", "ticketType").optional(),
  }),
  example: { ticketType: "1234", title: [{ ref: "message.text", fallback: "A request" }] },
  fresh: {},
  reply: ticketReply(),
  plan(given) {
    const { config, read, conversationId } = given;
    if (conversationId === null) return noConversation;
    const written = valuesOf(config.attributes ?? [], read, ticketAttributeName);
    if ("fault" in written) return written.fault;
    const title = config.title ? fill(config.title, read).trim() : "";
    const values = { ...written.values, ...(title === "" ? {} : { _default_title_: title }) };
    return request("POST", `${conversationPath(conversationId)}/convert`, {
      ticket_type_id: config.ticketType,
      ...(Object.keys(values).length > 0 ? { attributes: values } : {}),
    });
  },
  answer: ticketAnswer,
  simulate: (given: Given<unknown>) => ({ type: "ticket", id: given.conversationId ?? "", ticket_id: "" }),
  onUncertain: {
    read: ({ config, contactId, conversationId }) =>
      search("tickets", [
        contactId === null
          ? { field: "id", operator: "=", value: conversationId ?? "" }
          : { field: "contact_ids", operator: "=", value: contactId },
        { field: "ticket_type_id", operator: "=", value: config.ticketType },
      ]),
    find: (found, { conversationId }) =>
      rawJson(
        foundIn(found).find(
          (ticket) =>
            string(ticket["id"]) === conversationId ||
            entries(ticket["linked_objects"], "data").some(({ id }) => string(id) === conversationId),
        ),
      ),
  },
  causes: ({ ticketType }) => [
    { topic: "ticket.created", facts: { ticket: ticketFrom({ ticket_type: { id: ticketType } }) } },
  ],
  sentence: ({ ticketType }, { say, name }) =>
    say(
      `Turn the conversation into a ticket (${name("ticketTypes", ticketType)})`,
      `Convertir la conversación en ticket (${name("ticketTypes", ticketType)})`,
    ),
  done: (_, { number }, { say }) =>
    say(
      `Turned the conversation into ticket ${number}`.trim(),
      `Convirtió la conversación en el ticket ${number}`.trim(),
    ),
});
