import { conversationNotices } from "../notices/conversationNotices.ts";
import { peopleNotices } from "../notices/peopleNotices.ts";
import { ticketNotices } from "../notices/ticketNotices.ts";
import type { Workspace } from "../workspace.ts";
import { companyMoves } from "./companyMoves.ts";
import { contactMoves } from "./contactMoves.ts";
import { conversationMoves } from "./conversationMoves.ts";
import { createChanges } from "./changes.ts";
import { peopleMoves } from "./peopleMoves.ts";
import { ticketMoves } from "./ticketMoves.ts";

export interface MovesDeps {
  workspace: Workspace;
  /** When the workspace was made, epoch seconds. */
  madeAt: number;
  /** Epoch milliseconds. */
  now(): number;
  /** Told after each commit. */
  onChanged(): void;
}

/** Everything that can be done to the workspace, by what it is done to. */
export function createMoves({ workspace, madeAt, now, onChanged }: MovesDeps) {
  const changes = createChanges(workspace, now, onChanged);
  const people = peopleNotices(workspace);
  const conversations = conversationMoves(workspace, conversationNotices(workspace), changes);
  const tickets = ticketMoves(workspace, ticketNotices(workspace, { appId: workspace.appId, madeAt }), changes);
  const contacts = contactMoves(workspace, people, changes);
  return {
    conversations,
    tickets,
    contacts,
    people: peopleMoves(workspace, people, changes, contacts),
    companies: companyMoves(workspace, people, changes),
    /** Whatever was snoozed until now is opened. */
    wake(): void {
      conversations.wake();
      tickets.wake();
    },
  };
}

export type Moves = ReturnType<typeof createMoves>;
