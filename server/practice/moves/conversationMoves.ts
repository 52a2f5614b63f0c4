import type { Author, Conversation, Part } from "../documents/conversation.ts";
import type { Contact } from "../documents/people.ts";
import type { ConversationNotices } from "../notices/conversationNotices.ts";
import type { Changes } from "./changes.ts";
import type { Admin } from "../documents/team.ts";
import { isMessageType } from "../statistics.ts";
import { begin, type Move, play } from "../thread.ts";
import { adminAuthor, tokenHolder, type Workspace } from "../workspace.ts";

/** The topic that Intercom sends for a move; none for what it tells nobody. */
const topics: Partial<Record<Move["type"], string>> = {
  note: "conversation.admin.noted",
  assignment: "conversation.admin.assigned",
  close: "conversation.admin.closed",
  open: "conversation.admin.opened",
  snoozed: "conversation.admin.snoozed",
  unsnoozed: "conversation.admin.unsnoozed",
  rating: "conversation.rating.added",
};

/** What a first message may have besides its words. */
type Opening = Partial<Omit<Parameters<typeof begin>[1], "body">>;

const isCustomer = ({ type }: Author): boolean => type === "user" || type === "lead";

/** Everything that changes a conversation: the part, the conversation and the notification in one commit. */
export function conversationMoves(workspace: Workspace, notices: ConversationNotices, { seconds, commit }: Changes) {
  const { conversations, contacts } = workspace;

  function untagParts(conversation: string, tag: string, parts: readonly Part[]): void {
    for (const part of parts)
      if (part.tags.some(({ id }) => id === tag))
        conversations.putPart(conversation, { ...part, tags: part.tags.filter(({ id }) => id !== tag) });
  }

  /** The notification of a move. A tag also sits on the customer's newest message, and only parts know that. */
  function tell(move: Move, conversation: Conversation, part: Part, before: readonly Part[]): void {
    const at = part.created_at;
    if (move.type === "tagged") {
      const tagged = before.findLast((said) => said.part_type === "comment" && isCustomer(said.author)) ?? null;
      const carrying = tagged && { ...tagged, tags: [...tagged.tags.filter(({ id }) => id !== move.tag.id), move.tag] };
      if (carrying) conversations.putPart(conversation.id, carrying);
      const applied = conversation.tags.find(({ id }) => id === move.tag.id);
      if (applied) notices.tagged(conversation, carrying, applied, at);
      return;
    }
    if (move.type === "untagged") return untagParts(conversation.id, move.tag.id, before);
    const comment = isCustomer(move.author) ? "conversation.user.replied" : "conversation.admin.replied";
    const topic = isMessageType(move.type) ? comment : topics[move.type];
    if (topic) notices.changed(topic, conversation, [part], at);
  }

  function write(conversation: Conversation, move: Move, at: number): Conversation {
    const before = conversations.parts(conversation.id);
    const played = play(conversation, before, move, workspace.nextId(), at);
    conversations.put(played.conversation);
    conversations.putPart(conversation.id, played.part);
    tell(move, played.conversation, played.part, before);
    return played.conversation;
  }

  function touch(contact: Contact, at: number): void {
    contacts.put({ ...contact, last_replied_at: at, last_seen_at: at });
  }

  return {
    /** Does one thing in a conversation; null where there is none with this id. */
    make: (id: string, move: Move): Conversation | null =>
      commit(() => {
        const conversation = conversations.get(id);
        if (!conversation) return null;
        const contact = isCustomer(move.author) ? contacts.get(move.author.id) : null;
        if (contact) touch(contact, seconds());
        return write(conversation, move, seconds());
      }),
    /** A contact's first message, as HTML. */
    begin: (contact: Contact, body: string, more: Opening = {}): Conversation =>
      commit(() => {
        const at = seconds();
        const ids = { conversation: workspace.nextId(), source: workspace.nextId() };
        const conversation = begin(contact, { body, subject: "", type: "conversation", ...more }, ids, at);
        conversations.put(conversation);
        touch(contact, at);
        notices.changed("conversation.user.created", conversation, [], at);
        return conversation;
      }),
    /** A teammate's first message, as HTML: a conversation at once, without waiting for an answer. */
    beginFromTeam: (contact: Contact, admin: Admin, body: string, more: Opening): Conversation =>
      commit(() => {
        const at = seconds();
        const ids = { conversation: workspace.nextId(), source: workspace.nextId() };
        const first = { body, subject: "", type: "conversation" as const, ...more };
        const conversation = begin(contact, first, ids, at, adminAuthor(admin));
        conversations.put(conversation);
        contacts.put({ ...contact, last_contacted_at: at });
        notices.changed("conversation.admin.single.created", conversation, [], at);
        return conversation;
      }),
    /** Opens what was snoozed until now, in the name of whoever snoozed it. */
    wake(): void {
      if (conversations.dueBy(seconds()).length === 0) return;
      commit(() => {
        for (const id of conversations.dueBy(seconds())) {
          const conversation = conversations.get(id);
          const snoozed = conversations.parts(id).findLast(({ part_type }) => part_type === "snoozed");
          if (!conversation) continue;
          const author = snoozed?.author ?? adminAuthor(tokenHolder(workspace));
          const at = conversation.snoozed_until ?? seconds();
          write(conversation, { type: "unsnoozed", author, app_package_code: null }, at);
        }
      });
    },
    /** What Intercom tells nobody: a title, and whether it was read. */
    amend: (id: string, changes: Partial<Pick<Conversation, "title" | "read">>): void =>
      commit(() => {
        const conversation = conversations.get(id);
        if (conversation && Object.keys(changes).length > 0)
          conversations.put({ ...conversation, ...changes, updated_at: seconds() });
      }),
    /** The customer's company, of which the teammates are told. */
    setCompany: (id: string, company: string): void =>
      commit(() => {
        const conversation = conversations.get(id);
        if (!conversation || conversation.company_id === company) return;
        const changed = { ...conversation, company_id: company, updated_at: seconds() };
        conversations.put(changed);
        notices.changed("conversation.company.updated", changed, [], seconds());
      }),
    /** Lets one more contact take part; nothing changes where they do already. */
    join: (id: string, contact: Contact): Conversation | null =>
      commit(() => {
        const conversation = conversations.get(id);
        if (!conversation || participants(conversation).some((one) => one.id === contact.id)) return conversation;
        const reference = { id: contact.id, external_id: contact.external_id };
        const further_contacts = [...conversation.further_contacts, reference];
        const joined = { ...conversation, further_contacts, updated_at: seconds() };
        conversations.put(joined);
        notices.participant("attached", joined, contact, seconds());
        return joined;
      }),
    /** Takes one of several contacts out; null for the last one, who cannot leave. */
    leave: (id: string, contact: Contact): Conversation | null =>
      commit(() => {
        const conversation = conversations.get(id);
        if (!conversation) return null;
        const [first, ...others] = participants(conversation).filter((one) => one.id !== contact.id);
        if (!first) return null;
        const left = { ...conversation, contact: first, further_contacts: others, updated_at: seconds() };
        conversations.put(left);
        notices.participant("detached", left, contact, seconds());
        return left;
      }),
  };
}

/** All who take part, who it is with first. */
export const participants = ({ contact, further_contacts }: Conversation) => [contact, ...further_contacts];

export type ConversationMoves = ReturnType<typeof conversationMoves>;
