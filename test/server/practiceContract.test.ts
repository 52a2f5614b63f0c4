import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPractice, type Practice } from "#server/practice/createPractice.ts";
import { type Database, openDatabase } from "#server/store/database.ts";
import { answerContract, contract, missingFields } from "../support/openapi.ts";

const samples = join(import.meta.dirname, "../../../shared/intercom/webhooks");
const checkRequest = contract();
const checkAnswer = answerContract();

const admin = "6104200";
const tag = "7740101";

let db: Database;
let practice: Practice;
let url: string;
/** What the paths below speak of. */
const ids: Record<string, string> = {};

beforeAll(async () => {
  db = openDatabase(":memory:");
  practice = createPractice({
    db,
    now: Date.now,
    onTrouble(error) {
      throw error;
    },
  });
  url = await practice.listen("http://127.0.0.1:9/nobody");
  const contact = practice.contacts().find(({ plan }) => plan === "Enterprise")?.id ?? "";
  const conversation = practice.start(contact, "Hello")?.id ?? "";
  practice.reply(conversation, "Anybody?");
  const company = (await call("GET", `/contacts/${contact}/companies`)).body.data[0].id;
  Object.assign(ids, { conversation, contact, company, tag });
});

afterAll(async () => {
  await practice.close();
  db.close();
});

async function call(method: string, path: string, body?: object) {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { authorization: `Bearer ${practice.accessToken}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

const parts = (body: object): [string, string, object] => [
  "POST",
  "/conversations/{conversation}/parts",
  { admin_id: admin, ...body },
];
const reply = (message_type: string): [string, string, object] => [
  "POST",
  "/conversations/{conversation}/reply",
  { admin_id: admin, type: "admin", message_type, body: "<p>Hello</p>" },
];
const search = (query: object): [string, string, object] => [
  "POST",
  "/conversations/search",
  { query, pagination: { per_page: 5 } },
];
const since = { field: "created_at", operator: ">", value: 1 };

/** Every endpoint that the product uses, in an order in which each can succeed. */
const calls: [string, string, object?][] = [
  ["GET", "/me"],
  ["GET", "/admins"],
  ["GET", "/teams"],
  ["GET", "/tags"],
  ["GET", "/data_attributes?model=contact"],
  ["GET", "/data_attributes?model=company"],
  ["GET", "/conversations/attributes"],
  ["GET", "/conversations?per_page=60"],
  search(since),
  search({ operator: "AND", value: [since, { field: "state", operator: "=", value: "closed" }] }),
  ["GET", "/contacts?per_page=50"],
  ["GET", "/contacts/{contact}"],
  ["GET", "/contacts/{contact}/companies"],
  ["GET", "/companies/{company}"],
  reply("comment"),
  reply("note"),
  parts({ message_type: "assignment", type: "team", assignee_id: "8120302" }),
  parts({ message_type: "assignment", type: "admin", assignee_id: "0", body: "<p>Free</p>" }),
  ["POST", "/conversations/{conversation}/tags", { id: tag, admin_id: admin }],
  ["GET", "/conversations/{conversation}?display_as=plaintext"],
  ["DELETE", "/conversations/{conversation}/tags/{tag}", { admin_id: admin }],
  ["PUT", "/conversations/{conversation}", { read: true, title: "Hello", custom_attributes: { Topic: "Bug" } }],
  parts({ message_type: "snoozed", snoozed_until: 4_000_000_000 }),
  parts({ message_type: "open" }),
  parts({ message_type: "close", type: "admin", body: "<p>Bye</p>" }),
  ["GET", "/conversations/{conversation}"],
  ["PUT", "/contacts/{contact}", { name: "Another", custom_attributes: { projects: 3, onboarded: true } }],
];

describe.skipIf(checkAnswer === null)(
  "the practice workspace by Intercom's own API description (skipped where it is absent)",
  () => {
    it.each(calls.map(([method, path, body], index) => ({ index, method, path, body })))(
      "call $index: $method $path",
      async ({ method, path: template, body }) => {
        const path = template.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? "");
        const plain = path.replace(/\?.*/, "");
        expect(checkRequest?.(method, plain, body)).toEqual([]);
        const answer = await call(method, path, body);
        expect(answer.status).toBe(200);
        expect(checkAnswer?.(method, plain, answer.status, answer.body)).toEqual([]);
      },
    );

    it("keeps to it in every seeded conversation and contact", async () => {
      const { body } = await call("GET", "/conversations?per_page=150");
      expect(body.conversations).toHaveLength(61);
      for (const { id, contacts } of body.conversations) {
        const of = contacts.contacts[0].id;
        for (const path of [`/conversations/${id}`, `/contacts/${of}`, `/contacts/${of}/companies`]) {
          const answer = await call("GET", path);
          expect(checkAnswer?.("GET", path, answer.status, answer.body)).toEqual([]);
        }
      }
    });

    it("keeps to it in what it notifies of, with every field that samples of the same topic have", () => {
      // Nobody takes them here, so every one still stands in the outbox.
      const rows = db.prepare<[], { topic: string; item: string }>("select topic, item from practice_outbox").all();
      expect(new Set(rows.map(({ topic }) => topic)).size).toBe(10);
      for (const { topic, item: json } of rows) {
        const item = JSON.parse(json);
        // Contacts come with ISO-8601 instants here, which the description does not know.
        const faults = item.type === "contact" ? [] : checkAnswer?.("GET", "/conversations/1", 200, item);
        expect([topic, faults]).toEqual([topic, []]);
        const sample = join(samples, `${topic}.json`);
        const wanted = existsSync(sample) ? JSON.parse(readFileSync(sample, "utf8")).data.item : {};
        expect([topic, missingFields(wanted, item)]).toEqual([topic, []]);
      }
    });

    it("refuses in the form it knows", async () => {
      const answer = await call("GET", "/conversations/1");
      expect(answer.status).toBe(404);
      expect(checkAnswer?.("GET", "/conversations/1", answer.status, answer.body)).toEqual([]);
    });

    it("would be caught at a field of another type, at a field that is missing, and at a status it does not know", async () => {
      const { body } = await call("GET", `/conversations/${ids["conversation"]}`);
      const check = (changed: unknown, status = 200) => checkAnswer?.("GET", "/conversations/1", status, changed);
      const { source, ...without } = body;
      expect(check(without)).toEqual(["/source is in the example and missing here"]);
      expect(check({ ...body, source: { ...source, author: 3 } })).not.toEqual([]);
      expect(check({ ...body, team_assignee_id: "8120302" })).toEqual(["/team_assignee_id must be integer"]);
      expect(check({ ...body, state: "asleep" })).not.toEqual([]);
      expect(check({ ...body, statistics: { ...body.statistics, count_reopens: "none" } })).not.toEqual([]);
      expect(check(body, 201)).not.toEqual([]);
      expect(check({ type: "error.list" }, 404)).not.toEqual([]);
    });
  },
);
