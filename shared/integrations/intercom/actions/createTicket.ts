import { z } from "zod";
import { ticketFrom } from "../../../events/normalise.ts";
import { record, string } from "../../../events/raw.ts";
import { text } from "../../../language/text.ts";
import { defineAction, type Given, type Json, type Plan } from "../../../nodes/define.ts";
import { attributes, choice, pick, pickFrom, template, type AttributeRow, type Choice } from "../../../nodes/form.ts";
import { fill } from "../../../template/fill.ts";
import type { Template } from "../../../template/template.ts";
import { ticketAttributeName } from "../../../workspace/lists.ts";
import { valuesOf } from "../attributeValue.ts";
import { emptyText, request } from "../request.ts";
import { foundIn, rawJson, search } from "../search.ts";
import { ticketAnswer, ticketReply } from "../ticketWrite.ts";
import { idOf, type Of, onOne, otherOne } from "../whose.ts";
import { wording } from "../wording.ts";
import { isSince } from "../since.ts";

interface Setting extends Of {
  ticketType: string;
  title: Template;
  description?: Template | undefined;
  attributes?: AttributeRow[] | undefined;
  to?: Choice | undefined;
  link: "yes" | "no";
}

const titleIn = ({ config, read }: Given<Setting>) => fill(config.title, read).trim();

function ticketBody(given: Given<Setting>, contact: string): Plan {
  const { config, read, conversationId } = given;
  const written = valuesOf(config.attributes ?? [], read, ticketAttributeName);
  if ("fault" in written) return written.fault;
  const description = config.description ? fill(config.description, read).trim() : "";
  const assigned: Record<string, Json> = config.to
    ? { assignment: { [config.to.list === "teams" ? "team_assignee_id" : "admin_assignee_id"]: config.to.id } }
    : {};
  return request("POST", "/tickets", {
    ticket_type_id: config.ticketType,
    contacts: [{ id: contact }],
    ticket_attributes: {
      ...written.values,
      _default_title_: titleIn(given),
      ...(description === "" ? {} : { _default_description_: description }),
    },
    ...assigned,
    ...(config.link === "yes" && conversationId !== null ? { conversation_to_link_id: conversationId } : {}),
  });
}

/** Intercom 2.16: POST /tickets. */
export const createTicket = defineAction({
  type: "intercom.createTicket",
  label: text("Create ticket", "Crear ticket"),
  help: text("Opens a ticket for the customer.", "Abre un ticket para el cliente."),
  keywords: text("issue case request bug task open new", "incidencia caso petición tarea abrir nuevo"),
  icon: "ticket",
  group: "ticket",
  config: z.object({
    ticketType: pick({ label: text("Ticket type", "Tipo de ticket") }, "ticketTypes"),
    title: template({ label: text("Title", "Título") }, false),
    description: template({ label: text("Description", "Descripción") }).optional(),
    attributes: attributes({ label: text("Attributes", "Atributos") }, "ticketAttributes", "ticketType").optional(),
    to: pickFrom(
      { label: text("Assign to", "Asignar a"), advanced: true },
      ["teams", "teammates"],
      text("Nobody yet", "Nadie todavía"),
    ).optional(),
    link: choice(
      { label: text("Link to this conversation", "Vincular a esta conversación"), advanced: true },
      { yes: text("Yes", "Sí"), no: text("No", "No") },
    ),
    of: otherOne("contact"),
  }),
  example: {
    ticketType: "1234",
    title: ["Refund for ", { ref: "contact.name", fallback: "a customer" }],
    attributes: [{ attribute: "1234:Amount", value: { type: "number", value: 20 } }],
    to: { list: "teams", id: "7310456" },
    link: "yes",
  },
  fresh: { title: [], link: "yes" },
  reply: ticketReply(),
  plan: (given) =>
    onOne("contact", given, (id) =>
      titleIn(given) === "" ? emptyText("The title", "El título") : ticketBody(given, id),
    ),
  answer: ticketAnswer,
  simulate: (given) => ({
    type: "ticket",
    id: "new",
    ticket_id: "",
    ticket_attributes: { _default_title_: titleIn(given) },
    ticket_type: { id: given.config.ticketType },
  }),
  onUncertain: {
    read: (given) =>
      search("tickets", [
        { field: "contact_ids", operator: "=", value: idOf("contact", given) ?? "" },
        { field: "ticket_type_id", operator: "=", value: given.config.ticketType },
        { field: "created_at", operator: ">", value: Math.floor(given.now / 1000) - 86_400 },
      ]),
    find: (found, given, since, claim) =>
      rawJson(
        foundIn(found).find((raw) => {
          const { title } = ticketFrom(record(raw));
          return title === titleIn(given) && isSince(raw["created_at"], since) && claim(string(raw["id"]));
        }),
      ),
    made: (ticket, _given, _since, claim) => void claim(string(record(ticket)["id"])),
  },
  causes: ({ ticketType }) => [
    { topic: "ticket.created", facts: { ticket: ticketFrom({ ticket_type: { id: ticketType } }) } },
  ],
  sentence: ({ ticketType, title }, speech) =>
    speech.say(
      `Create ticket “${wording(title, speech)}” (${speech.name("ticketTypes", ticketType)})`,
      `Crear el ticket «${wording(title, speech)}» (${speech.name("ticketTypes", ticketType)})`,
    ),
  done: (_, { number }, { say }) => say(`Created ticket ${number}`.trim(), `Creó el ticket ${number}`.trim()),
});
