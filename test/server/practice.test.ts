import { createHmac } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createCallService } from "#server/connections/callService.ts";
import { createPerform } from "#server/effects/perform.ts";
import { createPractice, type Practice } from "#server/practice/createPractice.ts";
import { type Database, openDatabase } from "#server/store/database.ts";
import { InboxConversation, PracticeContact } from "#shared/api/conversations.ts";
import type { Scope } from "#shared/events/facts.ts";
import { readNotification } from "#shared/events/readNotification.ts";
import { entries, list, record, type Raw, string } from "#shared/events/raw.ts";
import type { ReadEffect } from "#shared/nodes/effect.ts";

const bot = "6104200";
const billing = "8120302";
const tag = "7740101";
const minute = 60_000;

let folder: string;
let db: Database;
let now: number;
let troubles: unknown[];
let practice: Practice;
let url: string;
let receiver: Server;
let webhookUrl: string;
/** What was accepted, in order. */
let received: Raw[];
let signatures: boolean[];
/** What the receiver answers to every delivery, and how many it refused. */
let status: number;
let refused: number;

const open = () => createPractice({ db, now: () => now, onTrouble: (error) => troubles.push(error) });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "switchboard-"));
  db = openDatabase(join(folder, "test.sqlite"));
  now = Date.UTC(2026, 10, 24, 9);
  [troubles, received, signatures, status, refused] = [[], [], [], 200, 0];
  practice = open();
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks);
      const wanted = `sha1=${createHmac("sha1", practice.clientSecret).update(body).digest("hex")}`;
      if (status === 200) {
        received.push(JSON.parse(body.toString("utf8")));
        signatures.push(request.headers["x-hub-signature"] === wanted);
      } else refused += 1;
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((ready) => receiver.listen(0, "127.0.0.1", ready));
  webhookUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/webhooks/intercom`;
  url = await practice.listen(webhookUrl);
});

afterEach(async () => {
  await practice.close();
  receiver.closeAllConnections();
  await new Promise((done) => receiver.close(done));
  db.close();
  rmSync(folder, { recursive: true });
  if (troubles.length > 0) throw new AggregateError(troubles, "the practice workspace was in trouble");
});

async function call(method: string, path: string, body?: unknown, token = practice.accessToken) {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json", "intercom-version": "2.16" },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  return { status: response.status, headers: response.headers, body: record(await response.json()) };
}

const arrived = (count: number) =>
  vi.waitUntil(() => received.length >= count, { timeout: 10_000, interval: 5 }).then(() => received);

const itemOf = (notification: Raw | undefined): Raw => record(record(notification?.["data"])["item"]);
const partsOf = (conversation: Raw) => entries(conversation["conversation_parts"], "conversation_parts");
const firstContact = () => practice.contacts()[0]?.id ?? "";
const startTalk = (body = "I want a refund") => practice.start(firstContact(), body)?.id ?? "";
const inSeconds = (ms: number) => Math.floor((now + ms) / 1000);

describe("the seed of the practice workspace", () => {
  it("has three teams, six teammates, ten tags, forty contacts with companies and sixty conversations", async () => {
    const count = async (path: string, key: string) => list((await call("GET", path)).body[key]).length;
    expect(await count("/teams", "teams")).toBe(3);
    expect(await count("/admins", "admins")).toBe(6);
    expect(await count("/tags", "data")).toBe(10);
    expect(await count("/contacts?per_page=150", "data")).toBe(40);
    expect(await count("/conversations?per_page=150", "conversations")).toBe(60);
    const contacts = practice.contacts().map((contact) => PracticeContact.parse(contact));
    expect(new Set(contacts.map(({ plan }) => plan))).toEqual(new Set([null, "Free", "Starter", "Pro", "Enterprise"]));
    expect(new Set(contacts.flatMap(({ company }) => company ?? [])).size).toBe(15);
  });

  it("spreads the conversations over the ninety days before, each with its own text and two to eight parts", async () => {
    const { body } = await call("GET", "/conversations?per_page=150");
    const conversations = entries(body["conversations"]);
    const texts = new Set(conversations.map(({ source }) => string(record(source)["body"])));
    expect(texts.size).toBe(60);
    for (const { id, created_at } of conversations) {
      expect(Number(created_at)).toBeGreaterThan(inSeconds(-90 * 24 * 60 * minute));
      const parts = practice.conversation(string(id))?.parts.slice(1) ?? [];
      // One that is woken by time has a part for that.
      expect(parts.filter(({ event }) => event !== "unsnoozed").length).toSatisfy((n: number) => n >= 2 && n <= 8);
      expect(parts.every(({ at }) => Date.parse(at) <= now)).toBe(true);
      InboxConversation.parse(practice.conversation(string(id)));
    }
    expect(new Set(conversations.map(({ state }) => state))).toEqual(new Set(["open", "closed", "snoozed"]));
  });

  it("happens once, and the identity stays", async () => {
    const { appId, accessToken, clientSecret } = practice;
    startTalk();
    await practice.close();
    now += 60 * minute;
    practice = open();
    url = await practice.listen(webhookUrl);
    expect([practice.appId, practice.accessToken, practice.clientSecret]).toEqual([appId, accessToken, clientSecret]);
    expect((await call("GET", "/conversations")).body["total_count"]).toBe(61);
  });
});

describe("the practice workspace over REST", () => {
  it("answers 401 to a wrong token, 404 to unknown ids and 4xx with words to bad input, all as error lists", async () => {
    const id = startTalk();
    const by = { admin_id: bot, type: "admin" };
    const cases: [number, string, string, unknown?, string?][] = [
      [401, "GET", "/me", undefined, "wrong"],
      [404, "GET", "/conversations/1"],
      [404, "PUT", "/conversations/1", { title: "x" }],
      [404, "GET", "/contacts/1"],
      [404, "PUT", "/contacts/1", { name: "x" }],
      [404, "GET", "/contacts/1/companies"],
      [404, "GET", "/companies/1"],
      [404, "GET", "/nowhere"],
      [404, "POST", "/conversations/1/reply", { ...by, message_type: "comment", body: "x" }],
      [404, "POST", `/conversations/${id}/tags`, { id: "1", admin_id: bot }],
      [404, "DELETE", `/conversations/${id}/tags/${tag}`, { admin_id: bot }],
      [404, "POST", `/conversations/${id}/reply`, { ...by, message_type: "note", body: "x", admin_id: "1" }],
      [404, "POST", `/conversations/${id}/parts`, { ...by, message_type: "assignment", assignee_id: "1" }],
      [400, "POST", `/conversations/${id}/reply`, "{"],
      [400, "POST", `/conversations/${id}/reply`, { ...by, message_type: "comment", body: "<p> </p>" }],
      [400, "POST", `/conversations/${id}/parts`, { ...by, message_type: "dance" }],
      [400, "POST", `/conversations/${id}/tags`, { id: tag }],
      [400, "POST", "/conversations/search", { query: { field: "shoe_size", operator: "=", value: 1 } }],
      [400, "GET", "/conversations?starting_after=nonsense"],
      [400, "GET", "/conversations?per_page=151"],
      [400, "PUT", `/conversations/${id}`, { custom_attributes: { Nonsense: 1 } }],
      [422, "PUT", `/conversations/${id}`, { custom_attributes: { Topic: "Weather" } }],
      [422, "PUT", `/contacts/${firstContact()}`, { custom_attributes: { projects: "many" } }],
      [422, "POST", `/conversations/${id}/parts`, { ...by, message_type: "snoozed", snoozed_until: 1 }],
      [422, "GET", "/data_attributes?model=conversation"],
    ];
    for (const [wanted, method, path, body, token] of cases) {
      const answer = await call(method, path, body, token);
      expect([answer.status, method, path]).toEqual([wanted, method, path]);
      expect(answer.body["type"]).toBe("error.list");
      expect(string(entries(answer.body["errors"])[0]?.["message"])).not.toBe("");
    }
    expect(practice.conversation(id)?.parts).toHaveLength(1);
  });

  it("tells with each answer how many calls are left, and refuses what goes beyond", async () => {
    const first = await call("GET", "/me");
    expect(first.headers.get("x-ratelimit-limit")).toBe("1666");
    expect(first.headers.get("x-ratelimit-remaining")).toBe("1665");
    expect(Number(first.headers.get("x-ratelimit-reset")) * 1000).toBe(now + 10_000);
    for (let calls = 1; calls < 1_666; calls += 98)
      await Promise.all(Array.from({ length: Math.min(98, 1_666 - calls) }, () => call("GET", "/nowhere")));
    expect((await call("GET", "/me")).status).toBe(429);
    now += 10_000;
    expect((await call("GET", "/me")).status).toBe(200);
  });

  it("pages through all conversations, each once, newest first", async () => {
    const seen: Raw[] = [];
    let cursor = "";
    do {
      const { body } = await call("GET", `/conversations?per_page=25${cursor && `&starting_after=${cursor}`}`);
      seen.push(...entries(body["conversations"]));
      cursor = encodeURIComponent(string(record(record(body["pages"])["next"])["starting_after"]));
    } while (cursor);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(60);
    const changes = seen.map(({ updated_at }) => Number(updated_at));
    expect(changes).toEqual(changes.toSorted((a, b) => b - a));
  });

  it("searches by instants, state, tags and words, in groups, page by page", async () => {
    const id = startTalk("Something about a giraffe");
    const find = async (query: object, per_page = 150) => {
      const { body } = await call("POST", "/conversations/search", { query, pagination: { per_page } });
      return { total: body["total_count"], ids: entries(body["conversations"]).map((found) => string(found["id"])) };
    };
    const since = (ms: number) => ({ field: "created_at", operator: ">", value: inSeconds(-ms) });
    expect((await find(since(minute))).ids).toEqual([id]);
    expect((await find({ field: "source.body", operator: "=", value: "giraffe" })).ids).toEqual([id]);
    const closed = await find({ field: "state", operator: "=", value: "closed" }, 10);
    expect(closed.ids).toHaveLength(10);
    expect(Number(closed.total)).toBeGreaterThan(40);
    const both = { operator: "AND", value: [since(minute), { field: "state", operator: "=", value: "closed" }] };
    expect((await find(both)).ids).toEqual([]);
    expect((await find({ operator: "OR", value: [both, { operator: "AND", value: [since(minute)] }] })).ids).toEqual([
      id,
    ]);
    const refunds = await find({ field: "tag_ids", operator: "=", value: tag });
    expect(refunds.ids.length).toBeGreaterThan(4);
    expect((await find({ field: "tag_ids", operator: "!=", value: tag })).ids).toHaveLength(61 - refunds.ids.length);
  });

  it("keeps the customer's words as escaped HTML and shows them plain where asked", async () => {
    const id = startTalk('<b>Hello</b> & "you"\n\nbye');
    const html = await call("GET", `/conversations/${id}`);
    expect(record(html.body["source"])["body"]).toBe(
      "<p>&lt;b&gt;Hello&lt;/b&gt; &amp; &quot;you&quot;<br><br>bye</p>",
    );
    const plain = await call("GET", `/conversations/${id}?display_as=plaintext`);
    expect(record(plain.body["source"])["body"]).toBe('<b>Hello</b> & "you"\n\nbye');
    expect(practice.conversation(id)?.parts[0]?.text).toBe('<b>Hello</b> & "you"\n\nbye');
  });

  it("does what a workflow asks, and its inbox and figures show it", async () => {
    const id = startTalk();
    const by = { admin_id: bot, type: "admin" };
    now += 2 * minute;
    await call("POST", `/conversations/${id}/parts`, {
      admin_id: bot,
      message_type: "assignment",
      type: "team",
      assignee_id: billing,
    });
    now += 3 * minute;
    await call("POST", `/conversations/${id}/reply`, {
      ...by,
      message_type: "comment",
      body: "<p>We are <b>on it</b></p>",
    });
    await call("POST", `/conversations/${id}/reply`, { ...by, message_type: "note", body: "<p>Check twice</p>" });
    await call("POST", `/conversations/${id}/tags`, { admin_id: bot, id: tag });
    await call("PUT", `/conversations/${id}`, {
      custom_attributes: { Topic: "Refund", Amount: "12.5" },
      title: "Refund",
    });
    now += minute;
    const closed = await call("POST", `/conversations/${id}/parts`, {
      ...by,
      message_type: "close",
      body: "<p>Bye</p>",
    });
    expect(closed.body).toMatchObject({
      state: "closed",
      open: false,
      title: "Refund",
      team_assignee_id: Number(billing),
      custom_attributes: { Topic: "Refund", Amount: 12.5 },
      statistics: {
        time_to_assignment: 120,
        time_to_admin_reply: 300,
        median_time_to_reply: 300,
        time_to_first_close: 360,
        count_assignments: 1,
        count_reopens: 0,
        last_closed_by_id: bot,
      },
    });
    expect(partsOf(closed.body).every((part) => part["app_package_code"] !== null)).toBe(true);
    const inbox = practice.conversation(id);
    expect(inbox).toMatchObject({ title: "Refund", team: "Billing", tags: ["refund"], state: "closed" });
    expect(inbox?.attributes).toEqual([
      { name: "Topic", value: "Refund" },
      { name: "Amount", value: "12.5" },
    ]);
    expect(
      inbox?.parts.map(({ kind, author, text, event, target }) => [kind, author.kind, text, event, target]),
    ).toEqual([
      ["message", "customer", "I want a refund", null, null],
      ["event", "bot", "", "assignment", "Billing"],
      ["message", "bot", "We are on it", null, null],
      ["note", "bot", "Check twice", null, null],
      ["event", "bot", "", "conversation_tags_updated", "refund"],
      ["event", "bot", "", "conversation_attribute_updated_by_admin", "Topic"],
      ["event", "bot", "", "conversation_attribute_updated_by_admin", "Amount"],
      ["event", "bot", "Bye", "close", null],
    ]);
  });

  it("assigns to nobody, and takes a tag off again", async () => {
    const id = startTalk();
    const assign = (type: string, assignee_id: string) =>
      call("POST", `/conversations/${id}/parts`, { message_type: "assignment", admin_id: bot, type, assignee_id });
    await assign("team", billing);
    await assign("admin", "6104203");
    expect(practice.conversation(id)).toMatchObject({ team: "Billing", teammate: "Tomás Arrieta" });
    const { body } = await assign("admin", "0");
    expect(body).toMatchObject({ admin_assignee_id: 0, team_assignee_id: 0 });
    expect(partsOf(body).at(-1)?.["assigned_to"]).toEqual({ type: "nobody_admin", id: null });
    await call("POST", `/conversations/${id}/tags`, { admin_id: bot, id: tag });
    expect((await call("DELETE", `/conversations/${id}/tags/${tag}`, { admin_id: bot })).body["id"]).toBe(tag);
    expect(practice.conversation(id)).toMatchObject({ tags: [], team: null, teammate: null });
    expect(practice.conversation(id)?.parts.at(-1)).toMatchObject({ event: "untag", target: "refund" });
  });

  it("opens a snoozed conversation when its time has come", async () => {
    const id = startTalk();
    const snooze = { message_type: "snoozed", admin_id: bot, snoozed_until: inSeconds(10 * minute) };
    await call("POST", `/conversations/${id}/parts`, snooze);
    now += 9 * minute;
    expect(practice.conversation(id)?.state).toBe("snoozed");
    now += minute;
    expect((await call("GET", `/conversations/${id}`)).body).toMatchObject({ state: "open", snoozed_until: null });
    const topics = (await arrived(3)).map(({ topic }) => topic);
    expect(topics).toEqual(["conversation.user.created", "conversation.admin.snoozed", "conversation.admin.unsnoozed"]);
  });

  it("opens what was closed or snoozed when the customer writes again", async () => {
    const id = startTalk();
    expect(practice.closeConversation(id)?.state).toBe("closed");
    now += minute;
    expect(practice.reply(id, "Wait!")).toMatchObject({ state: "open" });
    const snooze = { message_type: "snoozed", admin_id: bot, snoozed_until: inSeconds(10 * minute) };
    await call("POST", `/conversations/${id}/parts`, snooze);
    expect(practice.reply(id, "Still there?")).toMatchObject({ state: "open", snoozedUntil: null });
    const { statistics } = (await call("GET", `/conversations/${id}`)).body;
    expect(statistics).toMatchObject({ count_reopens: 1, last_contact_reply_at: inSeconds(0) });
  });

  it("is read by the client that talks to Intercom", async () => {
    const id = startTalk();
    const { call: callService, close } = createCallService();
    const perform = createPerform(callService, () => ({ baseUrl: url, accessToken: practice.accessToken }));
    const ximena = practice.contacts().find(({ plan }) => plan === "Enterprise")?.id ?? "";
    const read = (scope: Scope, by: ReadEffect["by"], of: string) =>
      perform({ type: "read", scope, by, id: of }, practice.appId);
    expect(await read("conversation", "conversation", id)).toMatchObject({
      body: { firstMessage: "I want a refund", state: "open" },
    });
    expect(await read("contact", "contact", ximena)).toMatchObject({ body: { role: "user" } });
    expect(await read("company", "contact", ximena)).toMatchObject({ body: { plan: "Enterprise" } });
    await close();
  });
});

describe("notifications of the practice workspace", () => {
  it("are signed, in order, and carry plain text and only the part that fired", async () => {
    const id = startTalk("Hello\nthere");
    practice.reply(id, "Anybody?");
    await call("POST", `/conversations/${id}/reply`, {
      admin_id: bot,
      type: "admin",
      message_type: "comment",
      body: "<p>Yes, <b>here</b></p>",
    });
    const notifications = await arrived(3);
    expect(signatures).toEqual([true, true, true]);
    expect(notifications.map(({ topic, app_id, delivery_attempts }) => [topic, app_id, delivery_attempts])).toEqual([
      ["conversation.user.created", practice.appId, 1],
      ["conversation.user.replied", practice.appId, 1],
      ["conversation.admin.replied", practice.appId, 1],
    ]);
    expect(record(itemOf(notifications[0])["source"])["body"]).toBe("Hello\nthere");
    expect(notifications.map((one) => partsOf(itemOf(one)).map(({ body }) => body))).toEqual([
      [],
      ["Anybody?"],
      ["Yes, here"],
    ]);
    const events = notifications.map((one) => readNotification(one));
    expect(events).toMatchObject([
      { known: true, event: { actor: { kind: "customer" }, part: null, facts: { message: { text: "Hello\nthere" } } } },
      { known: true, event: { actor: { kind: "customer" }, facts: { message: { text: "Anybody?" } } } },
      { known: true, event: { actor: { kind: "teammate", id: bot }, part: { appPackageCode: expect.any(String) } } },
    ]);
  });

  it("come for every kind of change", async () => {
    const id = startTalk();
    const parts = (body: object) =>
      call("POST", `/conversations/${id}/parts`, { admin_id: bot, type: "admin", ...body });
    await parts({ message_type: "assignment", assignee_id: bot });
    await call("POST", `/conversations/${id}/reply`, { admin_id: bot, type: "admin", message_type: "note", body: "x" });
    practice.reply(id, "Hello?");
    await call("POST", `/conversations/${id}/tags`, { admin_id: bot, id: tag });
    await parts({ message_type: "close" });
    await parts({ message_type: "open" });
    await call("PUT", `/contacts/${firstContact()}`, { custom_attributes: { projects: 7 } });
    practice.closeConversation(id);
    const notifications = await arrived(9);
    expect(notifications.map(({ topic }) => topic)).toEqual([
      "conversation.user.created",
      "conversation.admin.assigned",
      "conversation.admin.noted",
      "conversation.user.replied",
      "conversation_part.tag.created",
      "conversation.admin.closed",
      "conversation.admin.opened",
      "contact.user.updated",
      "conversation.admin.closed",
    ]);
    expect(notifications.every((one) => readNotification(one).outcome === "read")).toBe(true);
    const tagged = itemOf(notifications[4]);
    const applied = { applied_at: inSeconds(0), applied_by: { type: "admin", id: bot } };
    const added = { type: "tag", id: tag, name: "refund", ...applied };
    expect(tagged["tags_added"]).toEqual({ type: "tag.list", tags: [added] });
    expect(partsOf(tagged)).toMatchObject([{ body: "Hello?", tags: [{ id: tag }] }]);
    const contact = itemOf(notifications[7]);
    expect(contact["custom_attributes"]).toMatchObject({ projects: 7 });
    expect(contact["updated_at"]).toBe(new Date(now).toISOString());
    // The first close was ours; the last is a person's, who carries no app code and may start workflows.
    const closers = [notifications[5], notifications[8]].map((one) => partsOf(itemOf(one))[0] ?? {});
    expect(closers.map((part) => part["app_package_code"] === null)).toEqual([false, true]);
    expect(string(record(closers[1]?.["author"])["id"])).not.toBe(bot);
  });

  it("wait for a receiver that fails, keep their order and survive a restart", async () => {
    status = 503;
    const id = startTalk();
    practice.reply(id, "Anybody?");
    await vi.waitUntil(() => refused >= 2, { timeout: 10_000, interval: 5 });
    await practice.close();
    db.close();
    db = openDatabase(join(folder, "test.sqlite"));
    practice = open();
    await practice.listen(webhookUrl).then((address) => (url = address));
    status = 200;
    const notifications = await arrived(2);
    expect(notifications.map(({ topic }) => topic)).toEqual(["conversation.user.created", "conversation.user.replied"]);
    expect(Number(notifications[0]?.["delivery_attempts"])).toBeGreaterThan(2);
    expect(signatures).toEqual([true, true]);
  });

  it("are given up after an hour of trying, and said so", async () => {
    status = 500;
    startTalk();
    await vi.waitUntil(() => refused >= 1, { timeout: 10_000, interval: 5 });
    now += 60 * minute;
    await vi.waitUntil(() => troubles.length === 1, { timeout: 10_000, interval: 5 });
    expect(String(troubles.pop())).toContain("conversation.user.created");
    status = 200;
    startTalk("Second");
    expect((await arrived(1)).map((one) => record(itemOf(one)["source"])["body"])).toEqual(["Second"]);
  });

  it("are not sent before somebody listens", async () => {
    await practice.close();
    practice = open();
    startTalk();
    await new Promise((turn) => setImmediate(turn));
    expect(received).toEqual([]);
    url = await practice.listen(webhookUrl);
    expect(await arrived(1)).toHaveLength(1);
  });
});

describe("the messenger", () => {
  it("knows no contact and no conversation that is not there", () => {
    expect(practice.start("nobody", "x")).toBeNull();
    expect(practice.reply("1", "x")).toBeNull();
    expect(practice.conversation("1")).toBeNull();
    expect(practice.closeConversation("1")).toBeNull();
  });

  it("closes as whoever has the conversation", async () => {
    const id = startTalk();
    const assignment = { message_type: "assignment", admin_id: bot, type: "admin", assignee_id: "6104203" };
    await call("POST", `/conversations/${id}/parts`, assignment);
    expect(practice.closeConversation(id)?.parts.at(-1)).toMatchObject({
      event: "close",
      author: { kind: "teammate", name: "Tomás Arrieta" },
    });
  });
});
