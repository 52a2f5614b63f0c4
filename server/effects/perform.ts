import type { Scope } from "#shared/events/facts.ts";
import { companyFrom, contactFrom, conversationFrom, ticketFrom } from "#shared/events/normalise.ts";
import { entries } from "#shared/events/raw.ts";
import type { Json } from "#shared/nodes/define.ts";
import type { ReadEffect } from "#shared/nodes/effect.ts";
import type { CallService, Service } from "../connections/callService.ts";
import type { Perform } from "../driver/performer.ts";

const shape: Record<Scope, (raw: unknown) => Json> = {
  conversation: conversationFrom,
  contact: contactFrom,
  company: companyFrom,
  ticket: ticketFrom,
};

/** GET of what a read asks for. Source: Intercom 2.16, /conversations/{id}, /contacts/{id}, /contacts/{id}/companies, /companies/{id}, /tickets/{id}. */
function pathOf({ scope, by, id }: ReadEffect): string {
  const safe = encodeURIComponent(id);
  if (scope === "conversation") return `/conversations/${safe}?display_as=plaintext`;
  if (scope === "contact") return `/contacts/${safe}`;
  if (scope === "ticket") return `/tickets/${safe}`;
  return by === "contact" ? `/contacts/${safe}/companies` : `/companies/${safe}`;
}

/** Of a contact's companies the first counts; null where there is none. */
function factIn({ scope, by }: ReadEffect, body: Json): Json {
  const raw: unknown = scope === "company" && by === "contact" ? entries(body, "companies", "data")[0] : body;
  return raw === undefined ? null : shape[scope](raw);
}

/**
 * Performs effects at the workspace a run came from: `serviceOf` gives none for one that is no longer connected, whose runs
 * then reach nobody else.
 */
export const createPerform =
  (call: CallService, serviceOf: (appId: string) => Service | null): Perform =>
  async (effect, appId) => {
    const service = serviceOf(appId);
    if (!service) return { kind: "disconnected" };
    if (effect.type === "request") return call(service, effect.method, effect.path, effect.body);
    const called = await call(service, "GET", pathOf(effect));
    return called.kind === "answer" && called.status < 300 ? { ...called, body: factIn(effect, called.body) } : called;
  };
