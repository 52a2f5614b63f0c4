import { createServer, type Server } from "node:http";
import type { InboxConversation, PracticeContact } from "#shared/api/conversations.ts";
import type { Database } from "../store/database.ts";
import { createDelivery } from "./delivery.ts";
import type { Conversation } from "./documents/conversation.ts";
import type { Admin } from "./documents/team.ts";
import { practiceApp } from "./http/practiceApp.ts";
import { inboxConversation, practiceContacts } from "./inbox.ts";
import { messageHtml } from "./messageHtml.ts";
import { createMoves } from "./moves/createMoves.ts";
import { seedPractice } from "./seed/seedPractice.ts";
import { authorOf } from "./thread.ts";
import { adminAuthor, openWorkspace, tokenHolder } from "./workspace.ts";

export interface Practice {
  /** Who the workspace is: what the connection uses instead of what a person would paste. */
  appId: string;
  accessToken: string;
  clientSecret: string;
  /**
   * Listens on 127.0.0.1 on any free port and starts to deliver what waits in the outbox.
   * @param webhookUrl where signed notifications go.
   * @returns the base address for the REST API: "http://127.0.0.1:41234".
   */
  listen(webhookUrl: string): Promise<string>;
  /** Stops listening and delivering; what was not delivered stays in the outbox. */
  close(): Promise<void>;
  /** Contacts to write as, by name. */
  contacts(): PracticeContact[];
  /** As the inbox shows it; null where there is none with this id. */
  conversation(id: string): InboxConversation | null;
  /** A contact's first message, in plain words; null where there is no such contact. */
  start(contactId: string, body: string): InboxConversation | null;
  /** The contact writes again: opens a conversation that was closed or snoozed. */
  reply(id: string, body: string): InboxConversation | null;
  /** Closes it as a teammate would by hand: whoever has it, else the first in its team. */
  closeConversation(id: string): InboxConversation | null;
  /** The contact rates it, 1 to 5, as they are asked to once it is closed; an open one stays as it is. */
  rate(id: string, rating: number, remark: string): InboxConversation | null;
}

/**
 * A stand-in for an Intercom workspace: REST over real HTTP on loopback, signed webhooks back, everything in the same
 * database as the rest. It is filled with made-up people and conversations when it is empty.
 */
export function createPractice(deps: {
  db: Database;
  /** Epoch milliseconds. */
  now(): number;
  onTrouble(error: unknown): void;
}): Practice {
  const { now, onTrouble } = deps;
  const workspace = openWorkspace(deps.db);
  const madeAt = seedPractice(workspace, now());
  const delivery = createDelivery({ workspace, now, onTrouble });
  const moves = createMoves({ workspace, madeAt, now, onChanged: delivery.nudge });
  let server: Server | null = null;

  const shown = (conversation: Conversation | null): InboxConversation | null =>
    conversation && inboxConversation(workspace, conversation);

  const find = (id: string): Conversation | null => {
    moves.wake();
    return workspace.conversations.get(id);
  };

  /** A person, never the teammate we act as. */
  function humanFor({ admin_assignee_id: admin, team_assignee_id: team }: Conversation): Admin {
    const bot = tokenHolder(workspace);
    const people = workspace.admins.all().filter(({ id }) => id !== bot.id);
    return (
      people.find(({ id }) => id === String(admin)) ??
      people.find(({ team_ids }) => team_ids.includes(team)) ??
      people[0] ??
      bot
    );
  }

  return {
    appId: workspace.appId,
    accessToken: workspace.accessToken,
    clientSecret: workspace.clientSecret,
    async listen(webhookUrl) {
      if (server) throw new Error("The practice workspace listens already.");
      const listening = createServer(practiceApp({ workspace, moves, madeAt, now, onTrouble }));
      server = listening;
      await new Promise<void>((ready, fail) => {
        listening.once("error", fail);
        listening.listen(0, "127.0.0.1", ready);
      });
      const address = listening.address();
      if (address === null || typeof address === "string") throw new Error("The practice workspace has no port.");
      delivery.start(webhookUrl);
      return `http://127.0.0.1:${address.port}`;
    },
    async close() {
      await delivery.stop();
      const listening = server;
      server = null;
      if (!listening) return;
      await new Promise<void>((done) => {
        listening.close(() => done());
        listening.closeAllConnections();
      });
    },
    contacts: () => practiceContacts(workspace),
    conversation: (id) => shown(find(id)),
    start(contactId, body) {
      const contact = workspace.contacts.get(contactId);
      return shown(contact && moves.conversations.begin(contact, messageHtml(body)));
    },
    reply(id, body) {
      const contact = workspace.contacts.get(find(id)?.contact.id ?? "");
      if (!contact) return null;
      const comment = { type: "comment" as const, body: messageHtml(body) };
      return shown(moves.conversations.make(id, { ...comment, author: authorOf(contact), app_package_code: null }));
    },
    closeConversation(id) {
      const conversation = find(id);
      if (!conversation || conversation.state === "closed") return shown(conversation);
      const author = adminAuthor(humanFor(conversation));
      return shown(moves.conversations.make(id, { type: "close", body: null, author, app_package_code: null }));
    },
    rate(id, rating, remark) {
      const conversation = find(id);
      const contact = workspace.contacts.get(conversation?.contact.id ?? "");
      if (!conversation || !contact || conversation.state !== "closed") return shown(conversation);
      const by = { author: authorOf(contact), app_package_code: null };
      return shown(moves.conversations.make(id, { ...by, type: "rating", rating, remark }));
    },
  };
}
