import { randomBytes, randomUUID } from "node:crypto";
import type { Database } from "../store/database.ts";
import { practiceConversations, practiceStore } from "../store/practice.ts";
import { ConversationAttribute, DataAttribute } from "./documents/attributes.ts";
import { type Author, Conversation, Part } from "./documents/conversation.ts";
import { Company, Contact } from "./documents/people.ts";
import { Admin, Tag, Team } from "./documents/team.ts";

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
    admins: store.objects("admin", Admin),
    teams: store.objects("team", Team),
    tags: store.objects("tag", Tag),
    dataAttributes: store.objects("dataAttribute", DataAttribute),
    conversationAttributes: store.objects("conversationAttribute", ConversationAttribute),
    companies: store.objects("company", Company),
    contacts: store.objects("contact", Contact),
    conversations: practiceConversations(db, Conversation, Part),
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
