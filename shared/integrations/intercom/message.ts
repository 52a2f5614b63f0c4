import { z } from "zod";
import { record, string } from "../../events/raw.ts";
import { text } from "../../language/text.ts";
import { answer, cannotTell, type Given, type Json, type LookUp, type Plan } from "../../nodes/define.ts";
import { pickFrom, template, type Choice } from "../../nodes/form.ts";
import { fill, fillHtml } from "../../template/fill.ts";
import type { Template } from "../../template/template.ts";
import { emptyText, pathOf, request, skipped } from "./request.ts";
import { isSince } from "./since.ts";

interface Setting {
  message: Template;
  from?: Choice | undefined;
}

export const messageConfig = () => ({
  message: template({ label: text("Message", "Mensaje") }),
  from: pickFrom(
    { label: text("From", "De"), advanced: true },
    ["teammates"],
    text("The teammate whom workflows act as", "El compañero en cuyo nombre actúan los flujos"),
  ).optional(),
});

export const messageReply = () =>
  z.object({
    id: z.string(),
    text: answer(z.string(), text("What was sent", "Lo que se envió"), "text"),
    conversationId: answer(z.string().nullable(), text("The conversation", "La conversación"), "text"),
  });

export const messageAnswer = (body: Json, given: Given<Setting>) => ({
  id: string(record(body)["id"]),
  text: fill(given.config.message, given.read),
  conversationId: string(record(body)["conversation_id"]) || null,
});

/** POST /messages (Intercom 2.16). `from.id` is an integer; a contact made a moment ago may not be known yet (404). */
export function sendMessage(given: Given<Setting>, how: Record<string, Json>): Plan {
  const { config, contactId, facts, actor } = given;
  if (contactId === null)
    return skipped("Not sent: there is no customer here.", "No enviado: aquí no hay ningún cliente.");
  if (facts.contact?.role === "visitor")
    return skipped(
      "Not sent: a visitor without a profile cannot be written to.",
      "No enviado: a un visitante sin ficha no se le puede escribir.",
    );
  if (fill(config.message, given.read).trim() === "") return emptyText("The message", "El mensaje");
  return request("POST", "/messages", {
    ...how,
    body: fillHtml(config.message, given.read),
    from: { type: "admin", id: Number(config.from?.id ?? actor) },
    to: { type: facts.contact?.role === "lead" ? "lead" : "user", id: contactId },
  });
}

/**
 * A message sent by a teammate stands in no list, and in no conversation before the customer answers. A customer who was not contacted since
 * has not got it; one who was may have got this message or another, and nothing tells which.
 */
export const messageLookUp: LookUp<Setting> = {
  read: ({ contactId }) => request("GET", pathOf("contacts", contactId ?? "")),
  find: (contact, _, since) => (isSince(record(contact)["last_contacted_at"], since) ? cannotTell : null),
};
