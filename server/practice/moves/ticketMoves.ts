import type { Conversation } from "../documents/conversation.ts";
import type { AppliedTag, Tag } from "../documents/team.ts";
import type { Ticket, TicketState, TicketType } from "../documents/ticket.ts";
import type { TicketNotices } from "../notices/ticketNotices.ts";
import { playTicket, ticketAuthor, type TicketMove, topicsOf } from "../ticketThread.ts";
import { adminAuthor, tokenHolder, type Workspace } from "../workspace.ts";
import type { Changes } from "./changes.ts";
import { participants } from "./conversationMoves.ts";

/** What a ticket begins with. */
export interface TicketGiven extends Pick<
  Ticket,
  "attributes" | "contacts" | "company_id" | "admin_assignee_id" | "team_assignee_id"
> {
  type: TicketType;
  state: TicketState;
  by: Pick<TicketMove, "author" | "app_package_code">;
}

/** Every ticket has these two, empty or not. */
const untitled = { _default_title_: null, _default_description_: null };

/** Everything that changes a ticket, with what it notifies of, in one commit. */
export function ticketMoves(workspace: Workspace, notices: TicketNotices, { seconds, commit }: Changes) {
  const { tickets, conversations } = workspace;

  function write(ticket: Ticket, move: TicketMove, at: number): Ticket {
    const after = playTicket(ticket, move, workspace.nextId(), at);
    tickets.put(after);
    for (const topic of topicsOf(move)) notices.changed(topic, after, at);
    return after;
  }

  function begin({ type, state, by, ...given }: TicketGiven, id: string, parts: Ticket["parts"]): Ticket {
    const at = seconds();
    const blank: Ticket = {
      ...given,
      attributes: { ...untitled, ...given.attributes },
      id,
      ticket_id: workspace.nextTicketNumber(),
      type_id: type.id,
      state_id: state.id,
      previous_state_id: null,
      created_at: at,
      updated_at: at,
      open: true,
      snoozed_until: null,
      is_shared: type.category === "Customer",
      linked_conversations: [],
      tags: [],
      parts,
    };
    // Intercom writes a ticket's first state down as a change from itself.
    const first = playTicket(blank, { ...by, type: "state", to: state, from: state }, workspace.nextId(), at);
    const ticket = { ...first, previous_state_id: null };
    tickets.put(ticket);
    notices.changed("ticket.created", ticket, at);
    return ticket;
  }

  /** Both sides of a link know of it. */
  function link(ticket: Ticket, conversation: Conversation, on: boolean): Ticket {
    const linked_conversations = ticket.linked_conversations.filter((id) => id !== conversation.id);
    const linked_tickets = conversation.linked_tickets.filter(({ id }) => id !== ticket.id);
    const category = workspace.ticketTypes.get(ticket.type_id)?.category ?? "Customer";
    const after = {
      ...ticket,
      linked_conversations: on ? [...linked_conversations, conversation.id] : linked_conversations,
      updated_at: seconds(),
    };
    tickets.put(after);
    conversations.put({
      ...conversation,
      linked_tickets: on ? [...linked_tickets, { id: ticket.id, category }] : linked_tickets,
      updated_at: seconds(),
    });
    return after;
  }

  return {
    create: (given: TicketGiven, linked: Conversation | null): Ticket =>
      commit(() => {
        const ticket = begin(given, workspace.nextId(), []);
        return linked ? link(ticket, linked, true) : ticket;
      }),
    /** A conversation's ticket keeps its id and what was said. */
    convert: (conversation: Conversation, given: Omit<TicketGiven, "contacts" | "company_id">): Ticket =>
      commit(() => {
        const { source, company_id } = conversation;
        const said = [
          { ...source, created_at: conversation.created_at, app_package_code: null },
          ...conversations.parts(conversation.id).filter(({ part_type }) => part_type === "comment"),
        ];
        const parts = said.map(({ id, body, created_at, author, attachments, app_package_code }) => ({
          id,
          part_type: "comment",
          body: body ?? "",
          created_at,
          author: ticketAuthor(author),
          attachments,
          app_package_code,
        }));
        return begin({ ...given, contacts: participants(conversation), company_id }, conversation.id, parts);
      }),
    /** Does several things to a ticket, one after the other; null where there is none with this id. */
    make: (id: string, moves: readonly TicketMove[]): Ticket | null =>
      commit(() => moves.reduce((ticket, move) => ticket && write(ticket, move, seconds()), tickets.get(id))),
    /** What Intercom tells nobody. */
    amend: (id: string, changes: Partial<Pick<Ticket, "is_shared" | "company_id" | "type_id" | "attributes">>): void =>
      commit(() => {
        const ticket = tickets.get(id);
        if (ticket) tickets.put({ ...ticket, ...changes, updated_at: seconds() });
      }),
    link: (ticket: Ticket, conversation: Conversation, on: boolean): Ticket =>
      commit(() => link(ticket, conversation, on)),
    tag: (ticket: Ticket, tag: Tag, admin: string): AppliedTag =>
      commit(() => {
        const applied = { ...tag, applied_at: seconds(), applied_by: { type: "admin" as const, id: admin } };
        const tags = [...ticket.tags.filter(({ id }) => id !== tag.id), applied];
        tickets.put({ ...ticket, tags, updated_at: seconds() });
        return applied;
      }),
    untag: (ticket: Ticket, tag: string): void =>
      commit(() => tickets.put({ ...ticket, tags: ticket.tags.filter(({ id }) => id !== tag), updated_at: seconds() })),
    /** Opens what was snoozed until now. */
    wake(): void {
      const due = workspace.ticketsDueBy(seconds());
      if (due.length === 0) return;
      commit(() => {
        for (const id of due) {
          const ticket = tickets.get(id);
          const author = ticketAuthor(adminAuthor(tokenHolder(workspace)));
          const at = ticket?.snoozed_until ?? seconds();
          if (ticket) write(ticket, { type: "unsnoozed", author, app_package_code: null }, at);
        }
      });
    },
  };
}

export type TicketMoves = ReturnType<typeof ticketMoves>;
