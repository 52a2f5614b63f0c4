import type { AttributeValue, ConversationAttribute } from "../documents/attributes.ts";
import type { Conversation, Part } from "../documents/conversation.ts";
import type { Contact } from "../documents/people.ts";
import { messageHtml } from "../messageHtml.ts";
import { authorOf, begin, type Move, play } from "../thread.ts";
import { adminAuthor, type Workspace } from "../workspace.ts";
import { conversationAttributes, dataAttributes } from "./attributes.ts";
import { companiesAt } from "./companies.ts";
import { contactsAt } from "./contacts.ts";
import { customObjectsAt } from "./customObjects.ts";
import { entry } from "./entry.ts";
import { english } from "./english.ts";
import { readTalk, seconds, type Step, type Talk } from "./readTalk.ts";
import { spanish } from "./spanish.ts";
import { admins, tags, teams } from "./team.ts";
import { seedTickets } from "./tickets.ts";
import { visitorsAt } from "./visitors.ts";

function attributeValue({ data_type: type }: ConversationAttribute, words: string, at: number): AttributeValue {
  if (type === "boolean") return words === "true";
  if (type === "datetime") return at + seconds(words);
  return type === "integer" || type === "decimal" ? Number(words) : words;
}

function attributeMove(name: string, words: string, at: number) {
  const described = conversationAttributes.find((attribute) => attribute.name === name);
  if (!described) throw new Error(`The practice workspace has no conversation attribute "${name}"`);
  const value = attributeValue(described, words, at);
  return { type: "attribute" as const, name, value: String(value), previous: null, set: { [name]: value } };
}

function moveOf({ who, does }: Step, contact: Contact, at: number): Move {
  const author = who === "me" ? authorOf(contact) : adminAuthor(entry(admins, who));
  const by = { author, app_package_code: null };
  switch (does.type) {
    case "comment":
    case "note":
      return { ...by, type: does.type, body: messageHtml(does.words) };
    case "assignment": {
      if (does.to === null) return { ...by, type: "assignment", to: null, body: null };
      const team = teams.get(does.to);
      const { id, name } = team ?? entry(admins, does.to);
      return { ...by, type: "assignment", to: { type: team ? "team" : "admin", id, name }, body: null };
    }
    case "tagged":
      return { ...by, type: "tagged", tag: entry(tags, does.tag) };
    case "attribute":
      return { ...by, ...attributeMove(does.name, does.value, at) };
    case "snoozed":
      return { ...by, type: "snoozed", until: at + does.forSeconds };
    case "rating":
      return { ...by, type: "rating", rating: does.rating, remark: does.remark };
    case "close":
      return { ...by, type: "close", body: null };
    case "open":
      return { ...by, type: "open" };
  }
}

/** Plays a talk from its beginning; whoever snoozed is woken on time. */
function playTalk(workspace: Workspace, talk: Talk, contact: Contact, now: number): Contact {
  let at = now - talk.agoSeconds;
  const type = talk.subject === null ? "conversation" : "email";
  const ids = { conversation: workspace.nextId(), source: workspace.nextId() };
  const first = { body: messageHtml(talk.words), subject: talk.subject ?? "", type } as const;
  let conversation: Conversation = begin(contact, first, ids, at);
  const parts: Part[] = [];
  const write = (move: Move, when: number): void => {
    const played = play(conversation, parts, move, workspace.nextId(), when);
    conversation = played.conversation;
    parts.push(played.part);
  };
  const wakeBefore = (when: number): void => {
    const until = conversation.snoozed_until;
    const author = parts.findLast(({ part_type }) => part_type === "snoozed")?.author;
    if (until !== null && until <= when && author) write({ type: "unsnoozed", author, app_package_code: null }, until);
  };
  for (const step of talk.steps) {
    at += step.afterSeconds;
    if (at > now) throw new Error(`A talk of ${talk.contact} ends in the future`);
    wakeBefore(at);
    write(moveOf(step, contact, at), at);
  }
  wakeBefore(now);
  workspace.conversations.put(conversation);
  for (const part of parts) workspace.conversations.putPart(conversation.id, part);
  const { last_contact_reply_at: replied, last_admin_reply_at: answered } = conversation.statistics;
  const latest = (a: number | null, b: number | null) => (a === null || (b !== null && b > a) ? b : a);
  return {
    ...contact,
    last_replied_at: latest(contact.last_replied_at, replied),
    last_contacted_at: latest(contact.last_contacted_at, answered),
    last_seen_at: latest(contact.last_seen_at, replied),
  };
}

/**
 * Fills an empty workspace, all in one transaction: people, companies, tickets, and conversations of the
 * ninety days before.
 * Does nothing to one that has been filled.
 * @param nowMs epoch milliseconds.
 * @returns when the workspace was filled, epoch seconds.
 */
export function seedPractice(workspace: Workspace, nowMs: number): number {
  const now = Math.floor(nowMs / 1000);
  return workspace.transaction(() => {
    const madeAt = Number(workspace.madeAt(now));
    if (workspace.admins.all().length > 0) return madeAt;
    for (const admin of admins.values()) workspace.admins.put(admin);
    for (const team of teams.values()) workspace.teams.put(team);
    for (const tag of tags.values()) workspace.tags.put(tag);
    for (const attribute of dataAttributes) workspace.dataAttributes.put(attribute);
    for (const attribute of conversationAttributes) workspace.conversationAttributes.put(attribute);
    const companies = companiesAt(now);
    for (const company of companies.values()) workspace.companies.put(company);
    const contacts = new Map(contactsAt(now, companies));
    const talks = [...english, ...spanish].map(readTalk).toSorted((a, b) => b.agoSeconds - a.agoSeconds);
    for (const talk of talks) contacts.set(talk.contact, playTalk(workspace, talk, entry(contacts, talk.contact), now));
    for (const contact of contacts.values()) workspace.contacts.put(contact);
    seedTickets(workspace, contacts, now);
    for (const visitor of visitorsAt(now)) workspace.visitors.put(visitor);
    for (const instance of customObjectsAt(now)) workspace.customObjects.put(instance);
    return madeAt;
  });
}
