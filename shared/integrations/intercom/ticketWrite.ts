import { z } from "zod";
import type { Facts } from "../../events/facts.ts";
import { plainText } from "../../events/plainText.ts";
import { entries, record, string, type Raw } from "../../events/raw.ts";
import { text } from "../../language/text.ts";
import { answer, type Given, type Json, type LookUp, type Plan } from "../../nodes/define.ts";
import { template } from "../../nodes/form.ts";
import { fill, fillHtml } from "../../template/fill.ts";
import type { Template } from "../../template/template.ts";
import { sameWords } from "./conversationPart.ts";
import { emptyText, pathOf, request } from "./request.ts";
import { idOf, isOwn, type Of, onOne, otherOne } from "./whose.ts";
import { isSince } from "./since.ts";

export const ticketPath = (id: string): string => pathOf("tickets", id);

/** PUT /tickets/{id} (Intercom 2.16). Its `admin_id` is an integer, and without it Intercom's own workflows do not run. */
export const putTicket = (given: Given<unknown>, id: string, body: Record<string, Json>): Plan =>
  request("PUT", ticketPath(id), { ...body, admin_id: Number(given.actor) });

export const ticketReply = () =>
  z.object({
    id: answer(z.string(), text("The ticket", "El ticket"), "text"),
    number: answer(z.string(), text("The ticket's number", "El número del ticket"), "text"),
  });

export const ticketAnswer = (body: Json) => ({
  id: string(record(body)["id"]),
  number: string(record(body)["ticket_id"]),
});

export const simulatedTicket = (given: Given<Of>): Json => ({
  type: "ticket",
  id: idOf("ticket", given) ?? "",
  ticket_id: given.facts.ticket?.number ?? "",
});

/** The run's own ticket with something of it changed. */
export const withTicket = (facts: Facts, set: Of, change: Partial<NonNullable<Facts["ticket"]>>): Facts =>
  facts.ticket && isOwn(set) ? { ...facts, ticket: { ...facts.ticket, ...change } } : facts;

interface Words extends Of {
  message: Template;
}

export const wordsConfig = (en: string, es: string) =>
  z.object({ message: template({ label: text(en, es) }), of: otherOne("ticket") });

export const wordsReply = () =>
  z.object({ text: answer(z.string(), text("What was written", "Lo que se escribió"), "text") });

const proves = (part: Raw, given: Given<Words>, since: number): boolean =>
  string(record(part["author"])["id"]) === given.actor &&
  isSince(part["created_at"], since) &&
  sameWords(part, fillHtml(given.config.message, given.read));

/** POST /tickets/{id}/reply (Intercom 2.16) in our teammate's name: a comment that the customer sees, or a note. */
export const ticketWords = (kind: "comment" | "note") => ({
  plan: (given: Given<Words>): Plan =>
    onOne("ticket", given, (id) =>
      plainText(fillHtml(given.config.message, given.read)) === ""
        ? emptyText("The text", "El texto")
        : request("POST", `${ticketPath(id)}/reply`, {
            message_type: kind,
            type: "admin",
            admin_id: given.actor,
            body: fillHtml(given.config.message, given.read),
          }),
    ),
  answer: (_: Json, given: Given<Words>) => ({ text: fill(given.config.message, given.read) }),
  simulate: (): Json => ({ type: "ticket_part", id: "new" }),
  onUncertain: {
    read: (given) => request("GET", ticketPath(idOf("ticket", given) ?? "")),
    find(ticket, given, since, claim) {
      const parts = entries(record(ticket)["ticket_parts"], "ticket_parts", "data");
      const ours = parts.find(
        (part) => part["part_type"] === kind && proves(part, given, since) && claim(string(part["id"])),
      );
      return ours ? { type: "ticket_part", id: string(ours["id"]) } : null;
    },
    made: (part, _given, _since, claim) => void claim(string(record(part)["id"])),
  } satisfies LookUp<Words>,
});
