import type { ConversationSummary } from "#shared/api/conversations.ts";
import type { Facts } from "#shared/events/facts.ts";
import { companyFrom, contactFrom, conversationFrom, messageFromSource } from "#shared/events/normalise.ts";
import { entries, record, string } from "#shared/events/raw.ts";
import { shorten } from "#shared/language/text.ts";
import type { CallService, Service } from "../connections/callService.ts";
import type { Tried } from "../connections/failureOf.ts";
import { ask } from "./ask.ts";

const iso = (at: number | null): string => new Date(at ?? 0).toISOString();

/** Newest conversations with who wrote and the first words. Source: Intercom 2.16, GET /conversations. */
export async function readConversations(
  call: CallService,
  service: Service,
  limit: number,
): Promise<Tried<{ conversations: ConversationSummary[] }>> {
  const answer = await ask(call, service, `/conversations?per_page=${limit}&display_as=plaintext`);
  if (!answer.ok) return answer;
  const conversations = entries(answer.body, "conversations", "data").map((raw) => {
    const { id, state, createdAt, firstMessage } = conversationFrom(raw);
    const author = record(record(raw["source"])["author"]);
    return {
      id,
      contactName: string(author["name"]) || string(author["email"]) || id,
      excerpt: shorten(firstMessage.replaceAll(/\s+/g, " "), 140),
      state,
      createdAt: iso(createdAt),
    };
  });
  return { ok: true, conversations };
}

/**
 * What a workflow would know of a conversation now: itself, its first message, its contact, the contact's first company.
 * Source: Intercom 2.16, GET /conversations/{id}, /contacts/{id}, /contacts/{id}/companies.
 */
export async function readFacts(call: CallService, service: Service, id: string): Promise<Tried<{ facts: Facts }>> {
  const answer = await ask(call, service, `/conversations/${encodeURIComponent(id)}?display_as=plaintext`);
  if (!answer.ok) return answer;
  const raw = record(answer.body);
  const conversation = conversationFrom(raw);
  const contactId = conversation.contactIds[0];
  const contactPath = `/contacts/${encodeURIComponent(contactId ?? "")}`;
  const [contact, companies] =
    contactId === undefined
      ? [null, null]
      : await Promise.all([ask(call, service, contactPath), ask(call, service, `${contactPath}/companies`)]);
  const company = companies?.ok ? entries(companies.body, "companies", "data")[0] : undefined;
  return {
    ok: true,
    facts: {
      conversation,
      message: messageFromSource(raw),
      contact: contact?.ok ? contactFrom(contact.body) : null,
      company: company ? companyFrom(company) : null,
    },
  };
}
