import type { Scope } from "#shared/events/facts.ts";
import { companyFrom, contactFrom, conversationFrom, ticketFrom } from "#shared/events/normalise.ts";
import { entries } from "#shared/events/raw.ts";
import type { Json } from "#shared/nodes/define.ts";
import type { ReadEffect } from "#shared/nodes/effect.ts";
import type { CallService, Service } from "../connections/callService.ts";
import type { Tried } from "../connections/failureOf.ts";
import { ask } from "./ask.ts";

const shape: Record<Scope, (raw: unknown) => Json> = {
  conversation: conversationFrom,
  contact: contactFrom,
  company: companyFrom,
  ticket: ticketFrom,
};

/** GET of what a read asks for. Source: Intercom 2.16, /conversations/{id}, /contacts/{id}, /contacts/{id}/companies, /companies/{id}, /tickets/{id}. */
export function scopePath({ scope, by, id }: ReadEffect): string {
  const safe = encodeURIComponent(id);
  if (scope === "conversation") return `/conversations/${safe}?display_as=plaintext`;
  if (scope === "contact") return `/contacts/${safe}`;
  if (scope === "ticket") return `/tickets/${safe}`;
  return by === "contact" ? `/contacts/${safe}/companies` : `/companies/${safe}`;
}

/** What the answer tells. Of a contact's companies the first counts; null where there is none. */
export function factIn({ scope, by }: ReadEffect, body: Json): Json {
  const raw: unknown = scope === "company" && by === "contact" ? entries(body, "companies", "data")[0] : body;
  return raw === undefined ? null : shape[scope](raw);
}

/** What a workflow's read would be answered; null for what is not there. */
export async function readScope(
  call: CallService,
  service: Service,
  effect: ReadEffect,
): Promise<Tried<{ fact: Json }>> {
  const answer = await ask(call, service, scopePath(effect));
  if (answer.ok) return { ok: true, fact: factIn(effect, answer.body) };
  return answer.status === 404 ? { ok: true, fact: null } : answer;
}
