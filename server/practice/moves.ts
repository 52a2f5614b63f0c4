import type { Author, Conversation, Part } from "./documents/conversation.ts";
import type { Contact } from "./documents/people.ts";
import type { Notifications } from "./notifications.ts";
import { begin, type Move, play } from "./thread.ts";
import { adminAuthor, tokenHolder, type Workspace } from "./workspace.ts";

/** The topic that Intercom sends for a move; none for what it tells nobody. */
const topics: Partial<Record<Move["type"], string>> = {
  note: "conversation.admin.noted",
  assignment: "conversation.admin.assigned",
  close: "conversation.admin.closed",
  open: "conversation.admin.opened",
  snoozed: "conversation.admin.snoozed",
  unsnoozed: "conversation.admin.unsnoozed",
};

const isCustomer = ({ type }: Author): boolean => type === "user" || type === "lead";

export interface MovesDeps {
  workspace: Workspace;
  notifications: Notifications;
  /** Epoch milliseconds. */
  now(): number;
  /** Told after each commit. */
  onChanged(): void;
}

/** Everything that changes a conversation: the part, the conversation and the notification in one commit. */
export function createMoves({ workspace, notifications, now, onChanged }: MovesDeps) {
  const { conversations, contacts } = workspace;
  const seconds = () => Math.floor(now() / 1000);

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
      if (applied) notifications.tagged(conversation, carrying, applied, at);
      return;
    }
    if (move.type === "untagged") return untagParts(conversation.id, move.tag.id, before);
    const comment = isCustomer(move.author) ? "conversation.user.replied" : "conversation.admin.replied";
    const topic = move.type === "comment" ? comment : topics[move.type];
    if (topic) notifications.conversation(topic, conversation, [part], at);
  }

  function write(conversation: Conversation, move: Move, at: number): Conversation {
    const before = conversations.parts(conversation.id);
    const played = play(conversation, before, move, workspace.nextId(), at);
    conversations.put(played.conversation);
    conversations.putPart(conversation.id, played.part);
    tell(move, played.conversation, played.part, before);
    return played.conversation;
  }

  const change = <T>(work: () => T): T => {
    const result = workspace.transaction(work);
    onChanged();
    return result;
  };

  function touch(contact: Contact, at: number): void {
    contacts.put({ ...contact, last_replied_at: at, last_seen_at: at });
  }

  return {
    /** Does one thing in a conversation; null where there is none with this id. */
    make: (id: string, move: Move): Conversation | null =>
      change(() => {
        const conversation = conversations.get(id);
        if (!conversation) return null;
        const contact = isCustomer(move.author) ? contacts.get(move.author.id) : null;
        if (contact) touch(contact, seconds());
        return write(conversation, move, seconds());
      }),
    /** A contact's first message, as HTML. */
    begin: (contact: Contact, body: string): Conversation =>
      change(() => {
        const at = seconds();
        const ids = { conversation: workspace.nextId(), source: workspace.nextId() };
        const conversation = begin(contact, { body, subject: "", type: "conversation" }, ids, at);
        conversations.put(conversation);
        touch(contact, at);
        notifications.conversation("conversation.user.created", conversation, [], at);
        return conversation;
      }),
    /** Opens what was snoozed until now, in the name of whoever snoozed it. */
    wake(): void {
      if (conversations.dueBy(seconds()).length === 0) return;
      change(() => {
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
      change(() => {
        const conversation = conversations.get(id);
        if (conversation && Object.keys(changes).length > 0)
          conversations.put({ ...conversation, ...changes, updated_at: seconds() });
      }),
    /** Changes a contact; null where there is none with this id. */
    updateContact: (id: string, changes: Partial<Contact>): Contact | null =>
      change(() => {
        const before = contacts.get(id);
        if (!before) return null;
        const custom_attributes = { ...before.custom_attributes, ...changes.custom_attributes };
        const contact = { ...before, ...changes, custom_attributes, updated_at: seconds() };
        contacts.put(contact);
        notifications.contactUpdated(contact, seconds());
        return contact;
      }),
  };
}

export type Moves = ReturnType<typeof createMoves>;
