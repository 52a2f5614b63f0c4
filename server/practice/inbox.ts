import type { InboxConversation, PracticeContact, ThreadPart } from "#shared/api/conversations.ts";
import { plainText } from "#shared/events/plainText.ts";
import type { AttributeValue, ConversationAttribute } from "./documents/attributes.ts";
import type { Author, Conversation, Part } from "./documents/conversation.ts";
import type { Contact } from "./documents/people.ts";
import { isMessageType } from "./statistics.ts";
import { tokenHolder, type Workspace } from "./workspace.ts";

const excerptLength = 140;

const iso = (seconds: number): string => new Date(seconds * 1000).toISOString();

function shorten(words: string): string {
  const line = words.replace(/\s+/g, " ").trim();
  return line.length <= excerptLength ? line : `${line.slice(0, excerptLength - 1).trimEnd()}…`;
}

function valueWords(value: AttributeValue, attribute: ConversationAttribute | undefined): string {
  return attribute?.data_type === "datetime" && typeof value === "number" ? iso(value) : String(value);
}

/** Somebody who gave neither name nor address is known by where they write from. */
const nameOf = ({ name, email, location }: Contact): string =>
  name || email || (location.city ? `Lead (${location.city})` : "Lead");

/** Contacts to write as, by name. */
export function practiceContacts({ contacts, companies }: Workspace): PracticeContact[] {
  const able = contacts.all().filter((one) => one.merged_into === null && !one.archived && !one.blocked);
  const views = able.map((contact): PracticeContact => {
    const first = contact.company_ids[0];
    const company = first === undefined ? null : companies.get(first);
    return {
      id: contact.id,
      name: nameOf(contact),
      email: contact.email,
      role: contact.role,
      company: company?.name ?? null,
      plan: company?.plan?.name ?? null,
    };
  });
  return views.toSorted((a, b) => a.name.localeCompare(b.name, "es"));
}

/** What a part says: its words, and below them each answer that can be picked. */
const wordsOf = ({ body, metadata }: Part): string =>
  [
    ...(body === null ? [] : [plainText(body)]),
    ...(metadata.quick_reply_options ?? []).map((option) => `• ${option.text}`),
  ].join("\n");

/** A conversation as the team's inbox shows it. */
export function inboxConversation(workspace: Workspace, conversation: Conversation): InboxConversation {
  const { admins, teams, contacts, conversations, conversationAttributes } = workspace;
  const bot = tokenHolder(workspace).id;
  const described = conversationAttributes.all();

  const contact = contacts.get(conversation.contact.id);
  const authorOf = ({ type, id, name, email }: Author): ThreadPart["author"] =>
    type === "user" || type === "lead"
      ? { kind: "customer", name: contact ? nameOf(contact) : name || email || id }
      : { kind: type === "bot" || id === bot ? "bot" : "teammate", name: name || email || id };
  const threadPart = (part: Part): ThreadPart => {
    const kind = isMessageType(part.part_type) ? "message" : part.part_type === "note" ? "note" : "event";
    const remark = part.part_type === "conversation_rating_changed" ? conversation.conversation_rating?.remark : "";
    return {
      id: part.id,
      kind,
      author: authorOf(part.author),
      text: wordsOf(part) || (remark ?? ""),
      event: kind === "event" ? part.event : null,
      target: part.target,
      at: iso(part.created_at),
    };
  };

  const { source, admin_assignee_id: admin, team_assignee_id: team } = conversation;
  const first = plainText(source.body);
  return {
    id: conversation.id,
    contactName: authorOf(source.author).name,
    contactId: conversation.contact.id,
    excerpt: shorten(first),
    state: conversation.state,
    createdAt: iso(conversation.created_at),
    title: conversation.title ?? source.subject,
    team: team === 0 ? null : (teams.get(String(team))?.name ?? null),
    teammate: admin === 0 ? null : (admins.get(String(admin))?.name ?? null),
    tags: conversation.tags.map(({ name }) => name),
    snoozedUntil: conversation.snoozed_until === null ? null : iso(conversation.snoozed_until),
    attributes: Object.entries(conversation.custom_attributes)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => ({
        name,
        value: valueWords(
          value,
          described.find((attribute) => attribute.name === name),
        ),
      })),
    parts: [
      {
        id: source.id,
        kind: "message",
        author: authorOf(source.author),
        text: first,
        event: null,
        target: null,
        at: iso(conversation.created_at),
      },
      ...conversations.parts(conversation.id).map(threadPart),
    ],
  };
}
