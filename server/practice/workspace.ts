import { randomBytes, randomUUID } from "node:crypto";
import type { Database } from "../store/database.ts";
import { practiceConversations, practiceStore } from "../store/practice.ts";
import { ConversationAttribute, DataAttribute } from "./documents/attributes.ts";
import { type Author, Conversation, Part } from "./documents/conversation.ts";
import { CustomObject } from "./documents/customObject.ts";
import { Company, Contact, DataEvent, Note, Visitor } from "./documents/people.ts";
import { Admin, Tag, Team } from "./documents/team.ts";
import { Ticket, TicketState, TicketType } from "./documents/ticket.ts";

/** Ids are numbers as long as Intercom's, so that they compare alike as words. */
const firstId = 410_330_000_000;

/** All that the practice keeps. Nothing here opens a transaction but `transaction`. */
export function openWorkspace(db: Database) {
  const store = practiceStore(db);
  return {
    transaction: store.transaction,
    appId: store.setting("appId", () => `practice_${randomBytes(4).toString("hex")}`),
    accessToken: store.setting("accessToken", () => randomBytes(32).toString("base64url")),
    clientSecret: store.setting("clientSecret", () => randomUUID()),
    /** When it was filled, epoch seconds; `now` the first time. */
    madeAt: (now: number) => store.setting("madeAt", () => String(now)),
    nextId: () => store.nextId(firstId),
    /** For contacts, companies and visitors: 24 hexadecimal digits. */
    nextObjectId: () => `6925b1f0${BigInt(store.nextId(firstId)).toString(16).padStart(16, "0")}`,
    /** The number of a ticket that people see. */
    nextTicketNumber: () => String(Number(store.nextId(firstId)) % 1_000_000),
    /** The beginning of a path that this workspace's plan does not include, for trying what happens then; null for none. */
    planLacks: () => store.kept("planLacks"),
    admins: store.objects("admin", Admin),
    teams: store.objects("team", Team),
    tags: store.objects("tag", Tag),
    dataAttributes: store.objects("dataAttribute", DataAttribute),
    conversationAttributes: store.objects("conversationAttribute", ConversationAttribute),
    companies: store.objects("company", Company),
    contacts: store.objects("contact", Contact),
    conversations: practiceConversations(db, Conversation, Part),
    notes: store.objects("note", Note),
    visitors: store.objects("visitor", Visitor),
    dataEvents: store.objects("dataEvent", DataEvent),
    customObjects: store.objects("customObject", CustomObject),
    ticketStates: store.objects("ticketState", TicketState),
    ticketTypes: store.objects("ticketType", TicketType),
    tickets: store.objects("ticket", Ticket),
    /** Ids of snoozed tickets whose time has come. @param at epoch seconds. */
    ticketsDueBy: (at: number) => store.snoozedBy("ticket", at),
    outbox: store.outbox,
  };
}

export type Workspace = ReturnType<typeof openWorkspace>;

export const adminAuthor = ({ id, name, email }: Admin): Author => ({ type: "admin", id, name, email });

/** The teammate the token belongs to: the first. */
export function tokenHolder({ admins }: Workspace): Admin {
  const [holder] = admins.all();
  if (!holder) throw new Error("The practice workspace has no teammate; restore the database from a backup.");
  return holder;
}
