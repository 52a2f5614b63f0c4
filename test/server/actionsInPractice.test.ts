import { afterAll, beforeAll, expect, it } from "vitest";
import { type CallService, createCallService, type Service } from "#server/connections/callService.ts";
import { readLists } from "#server/intercom/readLists.ts";
import { createPractice, type Practice } from "#server/practice/createPractice.ts";
import { type Database, openDatabase } from "#server/store/database.ts";
import { companyFrom, contactFrom, conversationFrom, ticketFrom } from "#shared/events/normalise.ts";
import { entries, record, string } from "#shared/events/raw.ts";
import { nodeTypes } from "#shared/integrations/manifest.ts";
import type { ActionNode, Given, Json } from "#shared/nodes/define.ts";
import type { Facts } from "#shared/events/facts.ts";
import { emptyLists, type ListName, type Lists } from "#shared/workspace/lists.ts";
import { bindShown } from "#shared/engine/compile.ts";

let db: Database;
let practice: Practice;
let client: ReturnType<typeof createCallService>;
let service: Service;
let lists: Lists = emptyLists();
let userEmail = "";

beforeAll(async () => {
  db = openDatabase(":memory:");
  const onTrouble = (error: unknown) => {
    throw error;
  };
  practice = createPractice({ db, now: Date.now, onTrouble });
  const baseUrl = await practice.listen("http://127.0.0.1:9/nowhere");
  client = createCallService();
  service = { baseUrl, accessToken: practice.accessToken };
  const read = await readLists(client.call, service);
  if (!read.ok) throw new Error(read.what.en);
  lists = read.lists;
  const people = entries(record(await ask("/contacts?per_page=50"))["data"]);
  userEmail = string(people.find(({ role, email }) => role === "user" && email !== "")?.["email"]);
});
afterAll(async () => {
  await practice.close();
  await client.close();
  db.close();
});

const call = async (...[method, path, body]: Parameters<CallService> extends [unknown, ...infer R] ? R : never) => {
  const called = await client.call(service, method, path, body);
  if (called.kind !== "answer") throw new Error(`${method} ${path}: no answer`);
  return called;
};
const ask = async (path: string): Promise<Json> => (await call("GET", path)).body;

const actor = async (): Promise<string> => string(record(await ask("/me"))["id"]);

const id = (list: ListName): string => lists[list][0]?.id ?? "";
const customerType = () => lists.ticketTypes.find(({ detail }) => detail === "Customer");

/** A conversation that has just begun, with a lead or user who writes, and what Intercom knows of them. */
async function situation(role: "user" | "lead"): Promise<Given<unknown>> {
  const people = entries(record(await ask("/contacts?per_page=50"))["data"]);
  const twin = role === "lead" ? (await call("POST", "/contacts", { role, email: userEmail })).body : null;
  const contact = contactFrom(twin ?? people.find((one) => one["role"] === role));
  const begun = practice.start(contact.id, "Where is my refund?");
  const conversationId = begun?.id ?? "";
  for (const path of [`/conversations/${conversationId}/tags`, `/contacts/${contact.id}/tags`])
    await call("POST", path, { id: id("tags"), admin_id: await actor() });
  const company = companyFrom(entries(record(await ask("/companies?per_page=5"))["data"])[0]);
  const created = await call("POST", "/tickets", {
    ticket_type_id: customerType()?.id ?? "",
    contacts: [{ id: contact.id }],
    ticket_attributes: { _default_title_: "Broken" },
  });
  await call("POST", `/tickets/${string(record(created.body)["id"])}/tags`, {
    id: id("tags"),
    admin_id: await actor(),
  });
  const conversation = conversationFrom(await ask(`/conversations/${conversationId}`));
  const facts: Facts = {
    conversation,
    contact: contactFrom(await ask(`/contacts/${contact.id}`)),
    company,
    ticket: ticketFrom(created.body),
    message: null,
  };
  return {
    config: {},
    facts,
    replies: new Map(),
    read: (ref) => bindShown(ref)({ facts, replies: new Map() }),
    now: Date.now(),
    actor: await actor(),
    conversationId: conversation.id,
    contactId: contact.id,
    companyId: company.id,
    ticketId: string(record(created.body)["id"]),
    answers: [],
  } as Given<unknown>;
}

const textAttribute = (list: ListName) => ({
  attribute: lists[list].find(({ type, readOnly }) => type === "text" && readOnly !== true)?.id ?? "",
  value: { type: "text", value: ["Gold"] },
});

/** Settings that name what the practice workspace has; those not told keep their example. */
const settings = (given: Given<unknown>): Record<string, object> => ({
  "intercom.assign": { to: { list: "teams", id: id("teams") } },
  "intercom.tag": { tag: id("tags") },
  "intercom.untag": { tag: id("tags") },
  "intercom.setContactAttribute": textAttribute("contactAttributes"),
  "intercom.setConversationAttribute": textAttribute("conversationAttributes"),
  "intercom.tagContact": { tag: id("tags") },
  "intercom.untagContact": { tag: id("tags") },
  "intercom.tagTicket": { tag: id("tags") },
  "intercom.untagTicket": { tag: id("tags") },
  "intercom.tagCompany": { tag: id("tags") },
  "intercom.untagCompany": { tag: id("tags") },
  "intercom.updateContact": { name: ["Ada"], attributes: [textAttribute("contactAttributes")] },
  "intercom.addToCompany": { company: [given.companyId ?? ""] },
  "intercom.subscribe": { subscription: id("subscriptionTypes") },
  "intercom.unsubscribe": { subscription: id("subscriptionTypes") },
  "intercom.createTicket": { ticketType: customerType()?.id ?? "", title: ["Broken again"], link: "no" },
  "intercom.convertToTicket": { ticketType: customerType()?.id ?? "", title: ["Broken"] },
  "intercom.setTicketState": {
    state: lists.ticketStates.find(({ detail }) => detail?.includes(customerType()?.name ?? "?"))?.id ?? "",
  },
  "intercom.setTicketAttributes": { attributes: [textAttribute("ticketAttributes")] },
  "intercom.setAway": { teammate: id("teammates"), away: "away", reassign: "no" },
  "intercom.reply": { message: ["Shall we?"], quickReplies: ["Yes, please", "No"], whenTaken: "send" },
  "intercom.mergeLead": { email: [userEmail] },
  "intercom.snoozeUntil": { until: "steps.none.date" },
});

/** What the practice workspace cannot be asked for here, and why. */
const elsewhere = new Map([
  ["intercom.takeTurns", "asks whose turn it is before Intercom"],
  ["intercom.linkTicket", "needs a tracker ticket"],
  ["intercom.updateVisitor", "needs a visitor"],
  ["intercom.convertVisitor", "needs a visitor"],
  ["intercom.upsertObject", "the practice workspace defines no such type"],
  ["intercom.removeFromCompany", "needs a member"],
  ["intercom.setTicketAttributes", "needs a ticket of the attribute's type"],
]);

/** What the practice workspace does not tell, so that nothing can be looked for: when a contact was written to outside a conversation. */
const notTold = new Set(["intercom.sendMessage", "intercom.sendEmail"]);

const tried = nodeTypes.filter(
  (node): node is ActionNode =>
    node.kind === "action" && node.type.startsWith("intercom.") && !elsewhere.has(node.type),
);

it.each(tried.map((node) => [node.type, node] as const))(
  "%s is taken by the practice workspace, is found again, and answers what later steps refer to",
  async (type, node) => {
    const start = await situation(type === "intercom.mergeLead" ? "lead" : "user");
    const config = node.config.parse(settings(start)[type] ?? node.example);
    let given = { ...start, config } as Given<Record<string, unknown>>;
    if (type === "intercom.snoozeUntil") given = { ...given, read: () => Date.now() + 86_400_000 };
    const intent = Date.now();
    const refused: string[] = [];
    const notFound: string[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      const plan = node.plan(given);
      if (plan.type !== "request") throw new Error(`${type} plans ${JSON.stringify(plan)}`);
      const { status, body } = await call(plan.method, plan.path, plan.body);
      if (status >= 300) refused.push(`${plan.method} ${plan.path}: ${status} ${JSON.stringify(body)}`);
      if (node.onUncertain !== "repeat" && !notTold.has(type)) {
        const look = node.onUncertain.read(given);
        const read = await call(look.method, look.path, look.body);
        if (read.status !== 200 || node.onUncertain.find(read.body, given, intent, () => true) === null)
          notFound.push(look.path);
      }
      given = { ...given, answers: [...given.answers, body] };
      if (!node.again?.(given)) break;
    }
    expect({ refused, notFound }).toEqual({ refused: [], notFound: [] });
    expect(() => node.reply.parse(node.answer(given.answers.at(-1) ?? null, given))).not.toThrow();
  },
);
