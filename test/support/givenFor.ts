import { bind } from "#shared/engine/compile.ts";
import type { Given } from "#shared/nodes/define.ts";
import { firstMessage } from "./workflowBuilder.ts";

const { facts } = firstMessage("hello");

/** What an action plans with in a conversation that has just begun. */
export const givenFor = (config: Record<string, unknown>): Given<Record<string, unknown>> => ({
  config,
  facts,
  replies: new Map(),
  read: (ref) => bind(ref)({ facts, replies: new Map() }),
  now: 1_790_000_000_000,
  actor: "99",
  conversationId: "901",
  contactId: "c1",
  companyId: "5",
  ticketId: "77",
  answers: [],
});
