import type { Subject } from "../events/event.ts";
import type { Given } from "../nodes/define.ts";
import { bindShown, type SettingNode } from "./compile.ts";
import type { RunState, Token } from "./runState.ts";

const subjectOf = ({ start }: RunState, kind: Subject["kind"]): string | null =>
  start.event.subject?.kind === kind ? start.event.subject.id : null;

/** Which conversation, contact, company and ticket a run is about; null where it is about none. */
export const conversationOf = (run: RunState): string | null =>
  run.facts.conversation?.id ?? subjectOf(run, "conversation");
export const ticketOf = (run: RunState): string | null => run.facts.ticket?.id ?? subjectOf(run, "ticket");
export const contactOf = (run: RunState): string | null =>
  run.facts.contact?.id ??
  run.facts.conversation?.contactIds[0] ??
  run.facts.ticket?.contactIds[0] ??
  subjectOf(run, "contact");
export const companyOf = (run: RunState): string | null =>
  run.facts.company?.id ??
  run.facts.conversation?.companyId ??
  run.facts.ticket?.companyId ??
  subjectOf(run, "company");

/** What the step a token stands at plans with. A driver needs it to look for an effect whose answer was lost. */
export const givenAt = (node: SettingNode, run: RunState, token: Token): Given<Record<string, unknown>> => ({
  config: node.config,
  facts: run.facts,
  replies: run.replies,
  read: (ref) => bindShown(ref)(run),
  now: run.now,
  actor: run.start.actor,
  conversationId: conversationOf(run),
  contactId: contactOf(run),
  companyId: companyOf(run),
  ticketId: ticketOf(run),
  answers: token.answers,
});
