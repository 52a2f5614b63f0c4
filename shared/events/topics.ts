import type { Subject } from "./event.ts";

/** Topics that Intercom 2.16 can send, by what their item is about. Source: Intercom developer documentation, "Webhook topics". */
const byKind: Record<Subject["kind"], readonly string[]> = {
  conversation: [
    "conversation.user.created",
    "conversation.user.replied",
    "conversation.admin.replied",
    "conversation.admin.replied.translated",
    "conversation.operator.replied",
    "conversation.admin.single.created",
    "conversation.admin.assigned",
    "conversation.admin.open.assigned",
    "conversation.admin.noted",
    "conversation.admin.opened",
    "conversation.admin.closed",
    "conversation.admin.snoozed",
    "conversation.admin.unsnoozed",
    "conversation.priority.updated",
    "conversation.rating.added",
    "conversation.read",
    "conversation.company.updated",
    "conversation.deleted",
    "conversation.contact.attached",
    "conversation.contact.detached",
    "conversation_part.tag.created",
    "conversation_part.redacted",
  ],
  contact: [
    "contact.user.created",
    "contact.user.updated",
    "contact.lead.created",
    "contact.lead.updated",
    "contact.lead.added_email",
    "contact.lead.signed_up",
    "contact.email.updated",
    "contact.unarchive",
    "contact.merged",
    "contact.user.tag.created",
    "contact.user.tag.deleted",
    "contact.lead.tag.created",
    "contact.lead.tag.deleted",
    "contact.subscribed",
    "contact.unsubscribed",
    "contact.archived",
    "contact.deleted",
    "granular.subscribe",
    "granular.unsubscribe",
    "visitor.signed_up",
    "event.created",
  ],
  company: [
    "company.created",
    "company.updated",
    "company.deleted",
    "company.contact.attached",
    "company.contact.detached",
  ],
  ticket: [
    "ticket.created",
    "ticket.state.updated",
    "ticket.resolved",
    "ticket.note.created",
    "ticket.admin.assigned",
    "ticket.team.assigned",
    "ticket.contact.attached",
    "ticket.contact.detached",
    "ticket.attribute.updated",
    "ticket.admin.replied",
    "ticket.admin.replied.translated",
    "ticket.contact.replied",
    "ticket.rating.provided",
    "ticket.admin.snoozed",
    "ticket.admin.unsnoozed",
    "ticket.closed",
  ],
  teammate: [
    "admin.added_to_workspace",
    "admin.removed_from_workspace",
    "admin.away_mode_updated",
    "admin.logged_in",
    "admin.logged_out",
    "admin.activity_log_event.created",
  ],
  other: [
    "ping",
    "job.completed",
    "api.request.completed",
    "call.started",
    "call.ended",
    "call.transcription_available",
    "call.recording_available",
    "article.created",
    "article.updated",
    "article.published",
    "article.unpublished",
    "article.deleted",
    "content_snippet.created",
    "content_snippet.updated",
    "content_snippet.deleted",
    "data_connector.execution.completed",
  ],
};

const kinds = new Map(
  Object.entries(byKind).flatMap(([kind, topics]) => topics.map((topic) => [topic, kind as Subject["kind"]] as const)),
);

/** What a topic's item is about; null for a topic we do not know. */
export const kindOfTopic = (topic: string): Subject["kind"] | null =>
  kinds.get(topic) ?? (topic.startsWith("content_stat.") ? "other" : null);

/** Our own topic: a person ran a workflow for something they chose. No topic of Intercom's begins so. */
export const byHandTopic = "switchboard.by_hand";

/** Our own topic: another workflow runs this one. */
export const calledTopic = "switchboard.called";

/** Our own topic: the time of a schedule has come. */
export const scheduleTopic = "switchboard.schedule";

/** Our own topic: a run of a workflow failed. */
export const failedTopic = "switchboard.failed";

/** Our own topic: workflows in Shadow decided something about a conversation. */
export const shadowTopic = "switchboard.shadow";

/** Our own topic: another tool called the address of a step. */
export const webhookTopic = "switchboard.webhook";

/** Whether Intercom has to be asked to send a topic. */
export const isIntercoms = (topic: string): boolean => !topic.startsWith("switchboard.");
