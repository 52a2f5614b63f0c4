import type { Facts } from "../../events/facts.ts";
import type { Given, Json, Plan } from "../../nodes/define.ts";
import { conversationPath, noConversation } from "./conversationPart.ts";
import { request } from "./request.ts";

/** Intercom 2.16: PUT /conversations/{id}. The same values again change nothing. */
export const putConversation = (given: Given<unknown>, body: Record<string, Json>): Plan =>
  given.conversationId === null ? noConversation : request("PUT", conversationPath(given.conversationId), body);

export const simulatedConversation = ({ conversationId }: Given<unknown>): Json => ({
  type: "conversation",
  id: conversationId ?? "0",
});

export const withConversation = (facts: Facts, change: Partial<NonNullable<Facts["conversation"]>>): Facts =>
  facts.conversation ? { ...facts, conversation: { ...facts.conversation, ...change } } : facts;
