import { describe, expect, it } from "vitest";
import { missedIn } from "#shared/events/missedIn.ts";
import { readNotification } from "#shared/events/readNotification.ts";

const part = (id: string, part_type: string, author: string, created_at: number, body = "words") => ({
  id,
  part_type,
  body,
  created_at,
  author: { type: author, id: `${author}-1` },
  app_package_code: null,
});
const conversation = {
  type: "conversation",
  id: "77",
  created_at: 1_000,
  source: { type: "conversation", body: "hello", author: { type: "user", id: "c1" } },
  conversation_parts: {
    conversation_parts: [
      part("1", "comment", "user", 1_010),
      part("2", "comment", "admin", 1_020),
      part("3", "note", "admin", 1_030),
      part("4", "assignment", "admin", 1_040, ""),
      part("5", "close", "admin", 1_050, ""),
      part("6", "conversation_attribute_updated_by_admin", "admin", 1_055, ""),
    ],
  },
  conversation_rating: { rating: 4, remark: "fine", created_at: 1_060 },
  tags: { tags: [{ id: "t1", name: "vip", applied_at: 1_070, applied_by: { type: "admin", id: "5" } }] },
};
const missed = (since: number) =>
  missedIn(conversation, "app", since).map((body) => {
    const read = readNotification(body);
    if (read.outcome === "refused") throw new Error(read.why);
    return read.event;
  });

describe("what was missed of a conversation", () => {
  it("is what happened since, in order, each with its own part", () => {
    expect(missed(0).map(({ topic, part: fired }) => [topic, fired?.id ?? null])).toEqual([
      ["conversation.user.created", null],
      ["conversation.user.replied", "1"],
      ["conversation.admin.replied", "2"],
      ["conversation.admin.noted", "3"],
      ["conversation.admin.assigned", "4"],
      ["conversation.admin.closed", "5"],
      ["conversation.rating.added", null],
      ["conversation_part.tag.created", null],
    ]);
    expect(missed(1_040_000).map(({ topic }) => topic.split(".").at(-1))).toEqual([
      "assigned",
      "closed",
      "added",
      "created",
    ]);
  });

  it("has the key of the notification that would have come, so that neither counts beside the other", () => {
    const [reply] = conversation.conversation_parts.conversation_parts;
    const sent = readNotification({
      type: "notification_event",
      id: "notif_1",
      app_id: "app",
      topic: "conversation.user.replied",
      created_at: 1_011,
      data: { item: { ...conversation, conversation_parts: { conversation_parts: [reply] } } },
    });
    expect(sent.outcome === "read" && sent.event.key).toBe(missed(0)[1]?.key);
  });

  it("says who did it, with what they said or gave", () => {
    const [, replied, , , , , rated, tagged] = missed(0);
    expect(replied).toMatchObject({ actor: { kind: "customer", id: "user-1" }, facts: { message: { text: "words" } } });
    expect(rated?.facts.happening?.rating).toEqual({ score: 4, remark: "fine" });
    expect(tagged).toMatchObject({ actor: { id: "5" }, facts: { happening: { tag: { name: "vip" } } } });
  });
});
