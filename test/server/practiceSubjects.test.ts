import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createPractice, type Practice } from "#server/practice/createPractice.ts";
import { type Database, openDatabase } from "#server/store/database.ts";
import { readNotification } from "#shared/events/readNotification.ts";
import { entries, list, type Raw, record, string } from "#shared/events/raw.ts";

const bot = "6104200";
const tomas = "6104203";
const billing = "8120302";
const vip = "7740110";
const refund = "2980117";
const bug = "2980118";
const [submitted, inProgress, waiting, resolved, withDevelopers] = [
  "4519001",
  "4519002",
  "4519003",
  "4519004",
  "4519005",
];

let db: Database;
let now: number;
let troubles: unknown[];
let practice: Practice;
let url: string;
let receiver: Server;
/** What came in with a signature that is right, in order. */
let received: Raw[];

beforeEach(async () => {
  db = openDatabase(":memory:");
  now = Date.UTC(2026, 10, 24, 9);
  [troubles, received] = [[], []];
  practice = createPractice({ db, now: () => now, onTrouble: (error) => troubles.push(error) });
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks);
      const wanted = `sha1=${createHmac("sha1", practice.clientSecret).update(body).digest("hex")}`;
      if (request.headers["x-hub-signature"] === wanted) received.push(record(JSON.parse(body.toString("utf8"))));
      response.writeHead(200).end();
    });
  });
  await new Promise<void>((ready) => receiver.listen(0, "127.0.0.1", ready));
  url = await practice.listen(`http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`);
});

afterEach(async () => {
  await practice.close();
  receiver.closeAllConnections();
  await new Promise((done) => receiver.close(done));
  db.close();
  if (troubles.length > 0) throw new AggregateError(troubles, "the practice workspace was in trouble");
});

async function call(method: string, path: string, body?: object) {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { authorization: `Bearer ${practice.accessToken}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const words = await response.text();
  const answer = words === "" ? {} : record(JSON.parse(words));
  const code = string(entries(answer["errors"])[0]?.["code"]);
  return { status: response.status, headers: response.headers, body: answer, code };
}

const idOf = async (method: string, path: string, body?: object) => string((await call(method, path, body)).body["id"]);

/** The topics that came, once there are so many. */
async function topics(count: number): Promise<string[]> {
  await vi.waitUntil(() => received.length >= count, { timeout: 10_000, interval: 5 });
  return received.map(({ topic }) => string(topic));
}
const itemAt = (index: number): Raw => record(record(received.at(index)?.["data"])["item"]);

const personNamed = (name: string) => practice.contacts().find((one) => one.name === name)?.id ?? "";
const wade = () => personNamed("Wade Hollister");
const inSeconds = (ms = 0) => Math.floor((now + ms) / 1000);
const minute = 60_000;

describe("contacts of the practice workspace", () => {
  it("are made as users or leads, and two users never share an address or an id", async () => {
    const user = await call("POST", "/contacts", { email: "Ana@new.example", external_id: "u-1", name: "Ana" });
    expect(user.body).toMatchObject({ role: "user", email: "Ana@new.example", external_id: "u-1", name: "Ana" });
    const again = await call("POST", "/contacts", { email: "ana@new.example" });
    expect([again.status, again.code]).toEqual([409, "conflict"]);
    expect(string(entries(again.body["errors"])[0]?.["message"])).toContain(string(user.body["id"]));
    expect((await call("POST", "/contacts", { role: "lead", external_id: "u-1" })).status).toBe(409);
    const lead = await call("POST", "/contacts", { role: "lead", email: "ana@new.example" });
    expect(lead.body).toMatchObject({ role: "lead", external_id: expect.stringMatching(/^[\da-f]{8}-/) });
    expect((await call("PUT", `/contacts/${wade()}`, { email: "ana@new.example" })).status).toBe(409);
    expect((await call("POST", "/contacts", { name: "Nobody" })).status).toBe(400);
    expect(await topics(2)).toEqual(["contact.user.created", "contact.lead.created"]);
    expect(practice.contacts().map(({ name }) => name)).toContain("Ana");
  });

  it("tell apart an address that was added, a lead that signed up, and e-mail that was refused", async () => {
    const lead = await idOf("POST", "/contacts", { role: "lead" });
    await call("PUT", `/contacts/${lead}`, { email: "late@new.example" });
    await call("PUT", `/contacts/${lead}`, { role: "user" });
    await call("PUT", `/contacts/${lead}`, { email: "later@new.example", unsubscribed_from_emails: true });
    expect(await topics(8)).toEqual([
      "contact.lead.created",
      "contact.lead.added_email",
      "contact.lead.updated",
      "contact.lead.signed_up",
      "contact.user.updated",
      "contact.email.updated",
      "contact.unsubscribed",
      "contact.user.updated",
    ]);
    expect(itemAt(6)["subscription_types"]).toEqual({ type: "list", data: [] });
  });

  it("are searched by what is known of them, dates by whole days", async () => {
    const find = async (query: object, sort?: object) => {
      const { body, status } = await call("POST", "/contacts/search", { query, ...(sort ? { sort } : {}) });
      return status === 200 ? entries(body["data"]).map((found) => string(found["email"])) : status;
    };
    const by = (field: string, operator: string, value: unknown) => ({ field, operator, value });
    const mail = "wade@hollow.example";
    expect(await find(by("email", "=", mail.toUpperCase()))).toEqual([mail]);
    expect(await find(by("external_id", "IN", ["usr_70310"]))).toEqual(["priya@alcor.example"]);
    expect(await find(by("name", "~", "hollis"))).toEqual([mail]);
    expect(
      await find({ operator: "AND", value: [by("custom_attributes.projects", ">", 100), by("role", "!=", "lead")] }),
    ).toHaveLength(2);
    await call("POST", "/contacts", { email: "today@new.example" });
    expect(await find(by("created_at", "=", inSeconds(10 * minute)))).toEqual(["today@new.example"]);
    // The whole of today, and what is after it: nothing.
    expect(await find(by("created_at", ">", inSeconds(-60 * minute)))).toEqual([]);
    expect(await find(by("created_at", ">=", 1))).toBe(400);
    expect(await find(by("shoe_size", "=", 1))).toBe(400);
    const oldest = await find(by("role", "=", "user"), { field: "created_at", order: "ascending" });
    expect(list(oldest)[0]).toBe("marit@cobalt.example");
    expect(await find(by("role", "=", "user"), { field: "created_at", order: "up" })).toBe(400);
  });

  it("page through a sorted search, each once", async () => {
    const seen: string[] = [];
    let starting_after: string | undefined;
    do {
      const { body } = await call("POST", "/contacts/search", {
        query: { field: "role", operator: "IN", value: ["user", "lead"] },
        sort: { field: "last_seen_at", order: "ascending" },
        pagination: { per_page: 7, ...(starting_after ? { starting_after } : {}) },
      });
      seen.push(...entries(body["data"]).map(({ id }) => string(id)));
      starting_after = string(record(record(body["pages"])["next"])["starting_after"]) || undefined;
    } while (starting_after);
    expect([seen.length, new Set(seen).size]).toEqual([40, 40]);
  });

  it("become one: the lead is gone and points to the user, who has all of theirs", async () => {
    const lead = await idOf("POST", "/contacts", { role: "lead", email: "wade@hollow.example", phone: "+15550100" });
    const talk = practice.start(lead, "Hello?")?.id ?? "";
    await call("POST", `/contacts/${lead}/tags`, { id: vip });
    await call("POST", `/contacts/${lead}/notes`, { body: "<p>Met at the fair</p>" });
    const merged = await call("POST", "/contacts/merge", { from: lead, into: wade() });
    expect(merged.body).toMatchObject({ id: wade(), phone: "+15550100", tags: { total_count: 1 } });
    const gone = await call("GET", `/contacts/${lead}`);
    expect([gone.status, gone.code]).toEqual([410, "contact_merged"]);
    expect(gone.headers.get("link")).toContain(`/contacts/${wade()}`);
    expect((await call("PUT", `/contacts/${lead}`, { name: "x" })).status).toBe(410);
    expect((await call("POST", `/contacts/${lead}/tags`, { id: vip })).status).toBe(410);
    expect(practice.conversation(talk)?.contactId).toBe(wade());
    expect(practice.contacts().map(({ id }) => id)).not.toContain(lead);
    const history = (await call("GET", `/contacts/${wade()}?include_merge_history=true`)).body["merge_history"];
    expect(history).toMatchObject([{ source_contact_id: lead, source_contact_role: "lead", merged_at: inSeconds() }]);
    expect(merged.body).not.toHaveProperty("merge_history");
    expect(list((await call("GET", `/contacts/${wade()}/notes`)).body["data"])).toHaveLength(1);
    expect((await topics(4)).at(-1)).toBe("contact.merged");
    expect(itemAt(-1)).toMatchObject({ id: wade(), merged_from: { type: "contact", id: lead } });
  });

  it("are merged only from lead to user, and only duplicates unless that is said", async () => {
    const lead = await idOf("POST", "/contacts", { role: "lead", email: "other@new.example" });
    const merge = (body: object) => call("POST", "/contacts/merge", body);
    expect((await merge({ from: wade(), into: lead })).status).toBe(400);
    expect((await merge({ from: lead, into: wade() })).code).toBe("invalid_merge");
    expect((await merge({ from: lead, into: wade(), skip_duplicate_validation: true })).status).toBe(200);
  });

  it("are archived out of the lists and come back; a blocked one's conversations are closed", async () => {
    const who = wade();
    const id = practice.start(who, "Hello?")?.id ?? "";
    await call("POST", `/contacts/${who}/archive`);
    const query = { field: "id", operator: "=", value: who };
    expect((await call("POST", "/contacts/search", { query })).body["total_count"]).toBe(0);
    const other = await call("POST", "/contacts", { email: "wade@hollow.example" });
    expect(string(entries(other.body["errors"])[0]?.["message"])).toContain("archived");
    await call("POST", `/contacts/${who}/unarchive`);
    expect((await call("POST", "/contacts/search", { query })).body["total_count"]).toBe(1);
    expect((await call("POST", `/contacts/${who}/block`)).body).toMatchObject({ id: who, blocked: true });
    expect(practice.conversation(id)?.state).toBe("closed");
    expect((await topics(3)).slice(1, 3)).toEqual(["contact.archived", "contact.unarchive"]);
  });

  it("carry tags, companies and subscriptions, and say so", async () => {
    const path = `/contacts/${wade()}`;
    const marit = personNamed("Marit Solheim");
    const company = string(entries((await call("GET", `/contacts/${marit}/companies`)).body["data"])[0]?.["id"]);
    await call("POST", `${path}/tags`, { id: vip });
    const attached = await call("POST", `${path}/companies`, { id: company });
    expect(attached.body["user_count"]).toBe(211);
    await call("POST", `${path}/subscriptions`, { id: "2052", consent_type: "opt_in" });
    await call("POST", `${path}/subscriptions`, { id: "2051", consent_type: "opt_out" });
    expect((await call("GET", path)).body).toMatchObject({
      tags: { total_count: 1, data: [{ id: vip }] },
      companies: { total_count: 2 },
      opted_in_subscription_types: { data: [{ id: "2052" }] },
      opted_out_subscription_types: { data: [{ id: "2051" }] },
    });
    expect((await call("DELETE", `${path}/tags/${vip}`)).status).toBe(200);
    expect((await call("DELETE", `${path}/tags/${vip}`)).status).toBe(404);
    expect((await call("DELETE", `${path}/companies/${company}`)).body["user_count"]).toBe(210);
    expect((await call("DELETE", `${path}/subscriptions/2052`)).status).toBe(200);
    expect((await call("DELETE", `${path}/subscriptions/2052`)).status).toBe(404);
    expect(await topics(7)).toEqual([
      "contact.user.tag.created",
      "company.contact.attached",
      "contact.subscribed",
      "contact.unsubscribed",
      "contact.user.tag.deleted",
      "company.contact.detached",
      "contact.unsubscribed",
    ]);
    expect(itemAt(0)["tag"]).toMatchObject({ id: vip, applied_by: { type: "admin", id: bot } });
    expect(received.map((one) => readNotification(one))).toMatchObject(
      ["contact", "company", "contact", "contact", "contact", "company", "contact"].map((kind) => ({
        known: true,
        event: { subject: { kind } },
      })),
    );
  });
});

describe("companies of the practice workspace", () => {
  it("are made and changed by their own id, and hidden from the list while nobody belongs to them", async () => {
    const made = await call("POST", "/companies", { company_id: "acme", name: "Acme", plan: "Pro" });
    expect(made.body).toMatchObject({ company_id: "acme", plan: { name: "Pro", id: "552003" }, user_count: 0 });
    const again = await call("POST", "/companies", { company_id: "acme", size: 12 });
    expect(again.body).toMatchObject({ id: made.body["id"], name: "Acme", size: 12 });
    expect((await call("PUT", `/companies/${string(made.body["id"])}`, { company_id: "x" })).status).toBe(400);
    expect((await call("GET", "/companies?company_id=acme")).body["total_count"]).toBe(1);
    expect((await call("GET", "/companies?name=Nobody")).status).toBe(404);
    expect((await call("GET", "/companies?per_page=60")).body["total_count"]).toBe(15);
    await call("POST", `/contacts/${wade()}/companies`, { id: made.body["id"] });
    expect((await call("GET", "/companies?per_page=60")).body["total_count"]).toBe(16);
    expect(await topics(3)).toEqual(["company.created", "company.updated", "company.contact.attached"]);
  });

  it("are tagged and untagged by name, with a tag that is made where there is none", async () => {
    const { body } = await call("GET", "/companies?company_id=hv_2040");
    const id = string(entries(body["data"])[0]?.["id"]);
    const answer = await call("POST", "/tags", { name: "renewal", companies: [{ id }] });
    expect(answer.body).toMatchObject({ name: "renewal", companies: [{ id, tagged: true }] });
    const tags = async () => record((await call("GET", `/companies/${id}`)).body["tags"])["tags"];
    expect(await tags()).toEqual([{ type: "tag", id: answer.body["id"], name: "renewal" }]);
    await call("POST", "/tags", { name: "renewal", companies: [{ company_id: "hv_2040", untag: true }] });
    expect(await tags()).toEqual([]);
    expect(list((await call("GET", "/tags")).body["data"])).toHaveLength(11);
  });
});

describe("tickets of the practice workspace", () => {
  const make = (more: object = {}) =>
    call("POST", "/tickets", {
      ticket_type_id: refund,
      contacts: [{ id: wade() }],
      ticket_attributes: { _default_title_: "Twice", Amount: "12.5" },
      ...more,
    });

  it("live from being made to being closed, each step told and signed", async () => {
    const made = await make({ assignment: { admin_assignee_id: tomas } });
    const id = string(made.body["id"]);
    expect(made.body).toMatchObject({
      category: "Customer",
      open: true,
      admin_assignee_id: Number(tomas),
      ticket_state: { id: submitted },
      ticket_attributes: { _default_title_: "Twice", _default_description_: null, Amount: 12.5 },
      contacts: { contacts: [{ id: wade() }] },
    });
    const put = (body: object) => call("PUT", `/tickets/${id}`, body);
    const say = (body: object) => call("POST", `/tickets/${id}/reply`, body);
    await put({ ticket_state_id: inProgress, admin_id: Number(tomas) });
    await put({ ticket_attributes: { Amount: 15 }, assignee_id: billing });
    await say({ type: "admin", message_type: "note", admin_id: bot, body: "<p>Check</p>" });
    await say({ type: "admin", message_type: "comment", admin_id: bot, body: "<p>Soon</p>" });
    await put({ ticket_state_id: waiting, snoozed_until: inSeconds(10 * minute) });
    now += 10 * minute;
    await call("GET", "/me");
    await say({ type: "user", message_type: "comment", intercom_user_id: wade(), body: "Thanks" });
    await put({ ticket_state_id: resolved });
    const closed = await put({ open: false });
    expect(closed.body).toMatchObject({
      open: false,
      team_assignee_id: Number(billing),
      ticket_state: { id: resolved, category: "resolved" },
      previous_ticket_state_id: waiting,
      ticket_attributes: { Amount: 15 },
    });
    expect(await topics(13)).toEqual([
      "ticket.created",
      "ticket.state.updated",
      "ticket.attribute.updated",
      "ticket.team.assigned",
      "ticket.note.created",
      "ticket.admin.replied",
      "ticket.state.updated",
      "ticket.admin.snoozed",
      "ticket.admin.unsnoozed",
      "ticket.contact.replied",
      "ticket.state.updated",
      "ticket.resolved",
      "ticket.closed",
    ]);
    expect(itemAt(7)["snoozed_until"]).toBe(inSeconds());
    expect(itemAt(8)["snoozed_until"]).toBeNull();
    expect(record(itemAt(12)["ticket"])["id"]).toBe(id);
    const events = received.map((one) => readNotification(one));
    expect(events.every((one) => one.outcome === "read" && one.event.subject?.id === id)).toBe(true);
    const parts = entries(record(itemAt(1)["ticket_parts"])["ticket_parts"]);
    expect(parts.at(-1)).toMatchObject({ author: { id: tomas }, app_package_code: expect.any(String) });
  });

  it("refuse states of other types, values that do not fit, and customers' replies on what is not theirs", async () => {
    const id = string((await make()).body["id"]);
    expect((await call("PUT", `/tickets/${id}`, { ticket_state_id: withDevelopers })).code).toBe(
      "ticket_state_id_invalid",
    );
    expect((await call("PUT", `/tickets/${id}`, { ticket_attributes: { Reason: "Bored" } })).status).toBe(422);
    expect((await call("PUT", `/tickets/${id}`, { assignee_id: "1" })).code).toBe("assignee_not_found");
    expect((await call("PUT", "/tickets/1", { open: false })).code).toBe("ticket_not_found");
    expect((await make({ ticket_type_id: "1" })).status).toBe(404);
    const report = string((await make({ ticket_type_id: bug, ticket_attributes: {} })).body["id"]);
    const reply = { type: "user", message_type: "comment", intercom_user_id: wade(), body: "x" };
    expect((await call("POST", `/tickets/${report}/reply`, reply)).code).toBe("parameter_mismatch");
    expect((await call("GET", `/tickets/${id}`)).body["ticket_state"]).toMatchObject({ id: submitted });
  });

  it("are searched by category, state, owner and their own attributes", async () => {
    const find = async (field: string, value: unknown, operator = "=") =>
      (await call("POST", "/tickets/search", { query: { field, operator, value } })).body["total_count"];
    expect(await find("category", "request")).toBe(4);
    expect(await find("category", "task")).toBe(4);
    expect(await find("state", "resolved")).toBe(4);
    expect(await find("team_assignee_id", billing)).toBe(2);
    expect(await find("title", "firefox", "~")).toBe(1);
    expect(await find("ticket_attribute.8515003", 79)).toBe(2);
    expect(await find("contact_ids", wade())).toBe(2);
  });

  it("come out of a conversation with its id and what was said, once, and only as a customer's", async () => {
    const id = practice.start(wade(), "Charged twice")?.id ?? "";
    const convert = (ticket_type_id: string) =>
      call("POST", `/conversations/${id}/convert`, { ticket_type_id, attributes: { Amount: 3 } });
    expect((await convert(bug)).status).toBe(400);
    const { body } = await convert(refund);
    expect(body).toMatchObject({ id, ticket_attributes: { Amount: 3 }, contacts: { contacts: [{ id: wade() }] } });
    expect(string(entries(record(body["ticket_parts"])["ticket_parts"])[0]?.["body"])).toBe("<p>Charged twice</p>");
    expect((await convert(refund)).status).toBe(400);
    expect(await topics(2)).toEqual(["conversation.user.created", "ticket.created"]);
  });

  it("are tagged, retyped within their category only, and trackers are linked to conversations", async () => {
    const ticket = string((await make()).body["id"]);
    await call("POST", `/tickets/${ticket}/tags`, { id: vip, admin_id: tomas });
    const untagged = await call("DELETE", `/tickets/${ticket}/tags/${vip}`, { admin_id: bot });
    expect(untagged.body).toMatchObject({ id: vip, applied_by: { id: tomas } });
    const retype = { ticket_type_id: bug, ticket_state_id: submitted };
    expect((await call("POST", `/tickets/${ticket}/change_type`, retype)).status).toBe(400);
    const talk = practice.start(wade(), "It is slow")?.id ?? "";
    const link = (id: string) => call("POST", `/tickets/${id}/linked_conversations`, { conversation_id: talk });
    expect((await link(ticket)).code).toBe("invalid_ticket_type");
    const query = { field: "category", operator: "=", value: "tracker" };
    const found = await call("POST", "/tickets/search", { query });
    const tracker = string(entries(found.body["tickets"])[0]?.["id"]);
    expect((await link(tracker)).body["linked_objects"]).toMatchObject({
      total_count: 1,
      data: [{ type: "ticket", id: tracker, category: "Tracker" }],
    });
    expect((await link(tracker)).code).toBe("already_linked_to_tracker");
    expect((await call("GET", `/tickets/${tracker}`)).body["linked_objects"]).toMatchObject({ data: [{ id: talk }] });
    await call("DELETE", `/tickets/${tracker}/linked_conversations/${talk}`);
    expect((await call("GET", `/conversations/${talk}`)).body["linked_objects"]).toMatchObject({ total_count: 0 });
  });
});

describe("conversations of the practice workspace", () => {
  it("offer answers to pick from, and keep which one was picked", async () => {
    const id = practice.start(wade(), "Hello")?.id ?? "";
    const yes = { text: "Yes, please", uuid: "11111111-0000-4000-8000-000000000001" };
    const reply = (body: object) => call("POST", `/conversations/${id}/reply`, body);
    await reply({ type: "admin", message_type: "quick_reply", admin_id: bot, reply_options: [yes] });
    const picked = await reply({
      type: "user",
      message_type: "comment",
      user_id: "usr_70408",
      body: yes.text,
      reply_options: [yes],
    });
    expect(entries(picked.body["conversation_parts"], "conversation_parts")).toMatchObject([
      { part_type: "quick_reply", metadata: { quick_reply_options: [yes] } },
      { part_type: "comment", metadata: { quick_reply_uuid: yes.uuid }, author: { id: wade() } },
    ]);
    expect(practice.conversation(id)?.parts.map(({ kind, text }) => [kind, text])).toEqual([
      ["message", "Hello"],
      ["message", "• Yes, please"],
      ["message", "Yes, please"],
    ]);
    expect(await topics(3)).toEqual([
      "conversation.user.created",
      "conversation.admin.replied",
      "conversation.user.replied",
    ]);
    const stranger = personNamed("Marit Solheim");
    const foreign = { type: "user", message_type: "comment", intercom_user_id: stranger, body: "x" };
    expect((await reply(foreign)).status).toBe(404);
  });

  it("carry files by address and whole", async () => {
    const id = practice.start(wade(), "Hello")?.id ?? "";
    const { body } = await call("POST", `/conversations/${id}/reply`, {
      type: "admin",
      message_type: "comment",
      admin_id: bot,
      body: "<p>See</p>",
      attachment_urls: ["https://files.example/a/manual.pdf"],
      attachment_files: [{ content_type: "text/plain", data: Buffer.from("hello").toString("base64"), name: "hi.txt" }],
    });
    expect(entries(body["conversation_parts"], "conversation_parts")[0]?.["attachments"]).toMatchObject([
      { name: "manual.pdf", content_type: "application/pdf", url: "https://files.example/a/manual.pdf" },
      { name: "hi.txt", filesize: 5 },
    ]);
  });

  it("let contacts join and leave, but never the last one", async () => {
    const id = practice.start(wade(), "Hello")?.id ?? "";
    const marit = personNamed("Marit Solheim");
    const joined = await call("POST", `/conversations/${id}/customers`, {
      admin_id: bot,
      customer: { email: "marit@cobalt.example" },
    });
    expect(joined.body["customers"]).toEqual([
      { type: "user", id: wade() },
      { type: "user", id: marit },
    ]);
    const leave = (contact: string) => call("DELETE", `/conversations/${id}/customers/${contact}`, { admin_id: bot });
    expect((await leave(wade())).status).toBe(200);
    expect(practice.conversation(id)?.contactId).toBe(marit);
    expect((await leave(wade())).status).toBe(404);
    const last = await leave(marit);
    expect([last.status, last.code]).toEqual([422, "parameter_invalid"]);
    expect((await topics(3)).slice(1)).toEqual(["conversation.contact.attached", "conversation.contact.detached"]);
    expect(received.map((one) => readNotification(one)).slice(1)).toMatchObject(
      [1, 2].map(() => ({ known: true, event: { subject: { kind: "conversation", id } } })),
    );
  });

  it("begin with a contact, or with a teammate where that is asked for", async () => {
    const started = await call("POST", "/conversations", { from: { type: "user", id: wade() }, body: "1 < 2" });
    expect(practice.conversation(string(started.body["conversation_id"]))?.parts[0]?.text).toBe("1 < 2");
    const send = (more: object) =>
      call("POST", "/messages", {
        message_type: "in_app",
        from: { type: "admin", id: Number(bot) },
        to: { type: "user", id: wade() },
        body: "<p>Welcome</p>",
        ...more,
      });
    expect((await send({})).body["conversation_id"]).toBeUndefined();
    const begun = await send({ create_conversation_without_contact_reply: true });
    const id = string(begun.body["conversation_id"]);
    expect((await call("GET", `/conversations/${id}`)).body).toMatchObject({
      source: { delivered_as: "admin_initiated", author: { type: "admin", id: bot } },
      first_contact_reply: null,
      waiting_since: null,
      statistics: { first_contact_reply_at: null, time_to_admin_reply: null },
    });
    practice.reply(id, "Thanks");
    expect((await call("GET", `/conversations/${id}`)).body["first_contact_reply"]).toMatchObject({
      created_at: inSeconds(),
    });
    expect((await send({ message_type: "email" })).code).toBe("parameter_not_found");
    expect((await send({ to: { type: "user", id: "1" } })).status).toBe(404);
    expect(await topics(3)).toEqual([
      "conversation.user.created",
      "conversation.admin.single.created",
      "conversation.user.replied",
    ]);
  });

  it("move to another company, and are rated once they are closed", async () => {
    const id = practice.start(wade(), "Hello")?.id ?? "";
    const { body } = await call("GET", "/companies?company_id=hv_2040");
    const company_id = string(entries(body["data"])[0]?.["id"]);
    const moved = await call("PUT", `/conversations/${id}`, { company_id });
    expect(record(moved.body["company"])["id"]).toBe(company_id);
    expect((await call("PUT", `/conversations/${id}`, { company_id: "1" })).status).toBe(404);
    expect(practice.rate(id, 5, "")?.parts).toHaveLength(1);
    practice.closeConversation(id);
    expect(practice.rate(id, 5, "")?.parts.at(-1)).toMatchObject({ event: "conversation_rating_changed", target: "5" });
    expect(practice.rate("1", 5, "")).toBeNull();
    expect(await topics(4)).toEqual([
      "conversation.user.created",
      "conversation.company.updated",
      "conversation.admin.closed",
      "conversation.rating.added",
    ]);
    expect(itemAt(3)["conversation_rating"]).toMatchObject({ rating: 5 });
  });
});

describe("the rest of the practice workspace", () => {
  it("counts an event once by contact, name and second", async () => {
    const send = (more: object = {}) =>
      call("POST", "/events", { event_name: "export-failed", created_at: 1_790_000_000, id: wade(), ...more });
    expect((await send({ metadata: { rows: 12, price: { amount: 5, currency: "eur" } } })).status).toBe(202);
    expect((await send()).status).toBe(202);
    await send({ created_at: 1_790_000_001, id: undefined, email: "wade@hollow.example" });
    expect((await send({ id: "1" })).status).toBe(404);
    expect((await send({ id: undefined })).status).toBe(400);
    const { body } = await call("GET", `/events?type=user&intercom_user_id=${wade()}`);
    expect(body["events"]).toMatchObject([{ name: "export-failed", count: 2 }]);
    expect(await topics(2)).toEqual(["event.created", "event.created"]);
    expect(itemAt(0)).toMatchObject({ intercom_user_id: wade(), metadata: { rows: 12 } });
  });

  it("turns a visitor into a contact, or into part of one", async () => {
    const [first, second] = ["3ecf64d0-9ed1-4e9f-88e1-da7d6e678201", "3ecf64d0-9ed1-4e9f-88e1-da7d6e678202"];
    const visitor = await idOf("PUT", "/visitors", { user_id: first, name: "Vera" });
    const convert = (user_id: string, user: object, type = "user") =>
      call("POST", "/visitors/convert", { type, user, visitor: { user_id } });
    const made = await convert(first, { user_id: "vera", email: "vera@visitor.example" });
    expect(made.body).toMatchObject({ id: visitor, role: "user", name: "Vera", external_id: "vera" });
    expect((await call("GET", `/visitors?user_id=${first}`)).status).toBe(404);
    expect((await convert(second, { email: "wade@hollow.example" })).body["id"]).toBe(wade());
    expect(await topics(4)).toEqual([
      "visitor.signed_up",
      "contact.user.created",
      "visitor.signed_up",
      "contact.user.updated",
    ]);
  });

  it("keeps custom objects by their own id", async () => {
    const put = (custom_attributes: object) =>
      call("POST", "/custom_object_instances/order", { external_id: "o-9", custom_attributes });
    const made = await put({ order_number: "9", status: "placed" });
    const changed = await put({ status: "shipped" });
    expect(changed.body).toMatchObject({
      id: made.body["id"],
      type: "Order",
      custom_attributes: { order_number: "9", status: "shipped" },
    });
    expect((await put({ colour: "red" })).status).toBe(400);
    const found = await call("GET", "/custom_object_instances/order?external_id=o-9");
    expect(found.body["total_count"]).toBe(1);
    expect((await call("GET", "/custom_object_instances/boat?external_id=o-9")).status).toBe(404);
  });

  it("tells that a teammate is away, once", async () => {
    const away = (away_mode_enabled: boolean) =>
      call("PUT", `/admins/${tomas}/away`, { away_mode_enabled, away_mode_reassign: true });
    expect((await away(true)).body).toMatchObject({ id: tomas, away_mode_enabled: true, away_mode_reassign: true });
    await away(true);
    expect((await call("GET", `/admins/${tomas}`)).body["away_mode_enabled"]).toBe(true);
    await away(false);
    expect((await call("PUT", "/admins/1/away", { away_mode_enabled: true, away_mode_reassign: true })).code).toBe(
      "admin_not_found",
    );
    expect(await topics(2)).toEqual(["admin.away_mode_updated", "admin.away_mode_updated"]);
    expect([itemAt(0)["away_mode_enabled"], itemAt(1)["away_mode_enabled"]]).toEqual([true, false]);
  });

  it("refuses what its plan does not include, where it is told that", async () => {
    expect((await call("GET", "/export/workflows/67890")).status).toBe(200);
    db.prepare("insert into practice_settings (name, value) values ('planLacks', '/export/workflows')").run();
    const refused = await call("GET", "/export/workflows/67890");
    expect([refused.status, refused.code]).toEqual([403, "api_plan_restricted"]);
    expect((await call("GET", "/me")).status).toBe(200);
  });

  it("finds articles by their words, and sorts contacts into segments", async () => {
    const titles = async (query: string) => {
      const { body } = await call("GET", `/articles/search?${query}`);
      return entries(record(body["data"])["articles"]).map(({ title }) => title);
    };
    expect(await titles("phrase=refund")).toEqual(["Ask for a refund"]);
    expect(await titles("phrase=shifts&state=published")).toEqual([]);
    const marit = personNamed("Marit Solheim");
    const { body } = await call("GET", `/contacts/${marit}/segments`);
    expect(entries(body["data"]).map(({ name }) => name)).toEqual(["Pro and Enterprise", "Seen this week"]);
  });
});
