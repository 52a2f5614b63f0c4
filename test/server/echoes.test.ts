import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createKeepEvent } from "#server/ingest/keepEvent.ts";
import { type Database, openDatabase } from "#server/store/database.ts";
import { ownWriteStore } from "#server/store/ownWrites.ts";
import type { Event } from "#shared/events/event.ts";
import { ownWritesOf } from "#shared/events/ownWrite.ts";
import { firstMessage } from "../support/workflowBuilder.ts";

let db: Database;
let started: string[];
let now = 1_000_000;
beforeEach(() => {
  db = openDatabase(":memory:");
  started = [];
  now = 1_000_000;
});
afterEach(() => db.close());

/** An event about one thing that does not say who caused it. */
const event = (id: string, topic: string, kind: "contact" | "ticket" | "company", about: string): Event => ({
  ...firstMessage("x"),
  id,
  key: id,
  topic,
  subject: { kind, id: about },
  actor: null,
  facts: {},
});

const keeper = () =>
  createKeepEvent({
    db,
    match: ({ id }) => {
      started.push(id);
      return [];
    },
    actorIn: () => "99",
    now: () => now,
    onKept: () => undefined,
  });
const keep = (one: Event) => keeper()({ event: one, known: true, body: "{}", receivedAt: now });
const write = (method: string, path: string, body?: object) => {
  for (const own of ownWritesOf({ method, path, body })) ownWriteStore(db).note("app", own, now);
};

describe("an event that does not say who caused it", () => {
  it("starts nothing when it follows our own write of the same thing, and something when it does not", async () => {
    write("PUT", "/contacts/c1");
    write("PUT", "/tickets/7");
    now += 2_000;
    await keep(event("echo", "contact.user.updated", "contact", "c1"));
    await keep(event("ticket echo", "ticket.state.updated", "ticket", "7"));
    await keep(event("another contact", "contact.user.updated", "contact", "c2"));
    await keep(event("another change", "contact.user.tag.created", "contact", "c1"));
    now += 20_000;
    await keep(event("later", "contact.user.updated", "contact", "c1"));
    expect(started).toEqual(["another contact", "another change", "later"]);
  });

  it("starts nothing when a step has made somebody join or leave a company, which is told as something of the company", async () => {
    write("POST", "/contacts/c1/companies", { id: "k1" });
    write("DELETE", "/contacts/c1/companies/k2");
    await keep(event("joined", "company.contact.attached", "company", "k1"));
    await keep(event("left", "company.contact.detached", "company", "k2"));
    await keep(event("another", "company.contact.attached", "company", "k3"));
    expect(started).toEqual(["another"]);
  });

  it("is not swallowed for a read, nor for a write of another workspace", async () => {
    write("GET", "/contacts/c1");
    for (const own of ownWritesOf({ method: "PUT", path: "/contacts/c1" }))
      ownWriteStore(db).note("elsewhere", own, now);
    await keep(event("heard", "contact.user.updated", "contact", "c1"));
    expect(started).toEqual(["heard"]);
  });
});
