import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Event } from "#shared/events/event.ts";
import { readNotification } from "#shared/events/readNotification.ts";

const folder = join(import.meta.dirname, "../../../shared/intercom/webhooks");
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
const sample = (name: string) => JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
const read = (name: string) => {
  const result = readNotification(sample(name));
  if (result.outcome === "refused") throw new Error(result.why);
  return result.event;
};

describe.skipIf(names.length === 0)("Intercom's sample notifications (skipped where the samples are absent)", () => {
  it.each(names)("%s is read whole", (name) => {
    expect(readNotification(sample(name.replace(/\.json$/, "")))).toMatchObject({ outcome: "read", known: true });
    const event = read(name.replace(/\.json$/, ""));
    expect(Event.parse(event)).toEqual(event);
  });

  it("reads old and new versions of one happening alike", () => {
    const recent = read("conversation.user.created").facts.conversation;
    const old = read("conversation.user.created@2.14-html").facts.conversation;
    expect(old).toEqual({ ...recent, companyId: old?.companyId, firstMessage: old?.firstMessage });
    expect(old?.firstMessage).not.toMatch(/<p|<b>/);
  });

  it("tells one happening under two notification ids from two happenings", () => {
    const key = (name: string, id: string) => {
      const result = readNotification({ ...sample(name), id });
      return result.outcome === "read" ? result.event.key : null;
    };
    expect(key("conversation.user.replied", "a")).toBe(key("conversation.user.replied", "b"));
    expect(key("contact.user.updated", "a")).not.toBe(key("contact.user.updated", "b"));
  });

  it("finds what each is about", () => {
    expect(read("conversation.deleted").subject).toMatchObject({ kind: "conversation", id: "215480011198340" });
    expect(read("ticket.closed").subject).toMatchObject({ kind: "ticket", id: "215480011187766" });
    expect(read("ping").subject).toBeNull();
  });
});

describe("readNotification", () => {
  it.each([
    [null, "type"],
    [{ type: "notification_event" }, "topic"],
    [{ type: "notification_event", topic: "ping" }, "app_id"],
    [{ type: "notification_event", topic: "ping", app_id: "a", data: [] }, "data.item"],
  ])("refuses %j and says why", (body, why) => {
    expect(readNotification(body)).toMatchObject({ outcome: "refused", why: expect.stringContaining(why) });
  });

  it("keeps a topic it has no name for, and marks it so", () => {
    const body = {
      type: "notification_event",
      topic: "moon.landed",
      app_id: "a",
      id: "n",
      data: { item: { id: "1" } },
    };
    expect(readNotification(body)).toMatchObject({ outcome: "read", known: false, event: { subject: null } });
  });
});
