import type { Facts } from "../events/facts.ts";
import type { Given } from "../nodes/define.ts";
import type { RunState } from "./advance.ts";
import { bindShown, type CompiledNode } from "./compile.ts";

export const contactOf = (facts: Facts): string | null =>
  facts.contact?.id ?? facts.conversation?.contactIds[0] ?? null;

export const conversationOf = ({ facts, start }: RunState): string | null =>
  facts.conversation?.id ?? (start.event.subject?.kind === "conversation" ? start.event.subject.id : null);

/** What the action a run stands at plans with. A driver needs it to look for an effect whose answer was lost. */
export function givenAt(node: CompiledNode & { kind: "action" }, run: RunState): Given<Record<string, unknown>> {
  return {
    config: node.config,
    facts: run.facts,
    replies: run.replies,
    read: (ref) => bindShown(ref)(run),
    now: run.now,
    actor: run.start.actor,
    conversationId: conversationOf(run),
    contactId: contactOf(run.facts),
  };
}
