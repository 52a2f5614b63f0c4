import { bind } from "#shared/engine/compile.ts";
import { companyFrom, contactFrom } from "#shared/events/normalise.ts";
import type { Given } from "#shared/nodes/define.ts";
import { firstMessage } from "./workflowBuilder.ts";

const facts = {
  ...firstMessage("hello", { tags: { tags: [{ id: "9920011", name: "VIP" }] } }).facts,
  contact: contactFrom({
    id: "c1",
    role: "lead",
    name: "Ada Byron",
    email: "ada@example.com",
    external_id: "u-1",
    tags: { data: [{ id: "9920011" }] },
    custom_attributes: { Renewal: 1_800_000_000 },
  }),
  company: companyFrom({ id: "5", company_id: "acme", name: "Analytical Engines" }),
};

/** What an action plans with in a conversation that has just begun. */
export const givenFor = (config: Record<string, unknown>): Given<Record<string, unknown>> => ({
  config,
  facts,
  replies: new Map(),
  read: (ref) => bind(ref)({ facts, replies: new Map() }),
  now: 1_789_999_999_000,
  actor: "99",
  conversationId: "901",
  contactId: "c1",
  companyId: "5",
  ticketId: "77",
  answers: [],
});
