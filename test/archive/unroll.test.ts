import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conversationAt, eventsIn, type PastEvent } from "#shared/archive/eventsIn.ts";
import { pack, packing, unpack } from "#shared/archive/packed.ts";
import type { Past } from "#shared/archive/past.ts";
import { unroll } from "#shared/archive/unroll.ts";
import { entries, instant, type Raw, record, string } from "#shared/events/raw.ts";
import { chanceFrom, madeConversation } from "./madeConversation.ts";
import { realFiles, realLines, withoutRealFiles } from "./realConversations.ts";

function unrolled(raw: unknown): Past {
  const done = unroll(raw);
  if (done.outcome === "refused") throw new Error(done.why.en);
  return done.past;
}
const allTopics = (past: Past) => new Set(past.moments.flatMap(({ topic }) => (topic === null ? [] : [topic])));
const eventsOf = (past: Past): PastEvent[] => eventsIn(past, allTopics(past));

const partsOf = (raw: Raw) => entries(raw["conversation_parts"], "conversation_parts");
const seconds = (raw: Raw, field: string): number => (instant(raw[field]) ?? 0) / 1000;
/** Attributes that a part tells of have a history; what they are today says nothing of then. */
const withoutHistoried = (raw: Raw): Raw => {
  const told = new Set(partsOf(raw).map((part) => record(record(part["event_details"])["attribute"])["name"]));
  const custom = Object.entries(record(raw["custom_attributes"])).filter(([name]) => !told.has(name));
  return { ...raw, custom_attributes: Object.fromEntries(custom) };
};

/** The same conversation with another future: all that happened from an instant on is gone, or something else. */
function withFuture(raw: Raw, from: number, chance: () => number, keep: boolean): Raw {
  const future = partsOf(raw).filter((part) => seconds(part, "created_at") >= from);
  const bodies = future.map((part) => part["body"]);
  const others = future.map((part, index) => ({
    ...part,
    id: `other-${index}`,
    body: bodies[Math.floor(chance() * bodies.length)],
    part_type: ["comment", "note", "close", "open", "assignment"][Math.floor(chance() * 5)],
    assigned_to: chance() < 0.5 ? { type: "team", id: "999" } : null,
    created_at: from + Math.floor(chance() * 1_000_000),
    event_details: null,
    tags: [],
  }));
  const past = partsOf(raw).filter((part) => seconds(part, "created_at") < from);
  const tags = entries(raw["tags"], "tags").filter((tag) => seconds(tag, "applied_at") < from);
  const rating = record(raw["conversation_rating"]);
  return {
    ...raw,
    state: keep ? "closed" : "snoozed",
    snoozed_until: from + 9_999,
    updated_at: from + 5_000_000,
    team_assignee_id: 123,
    admin_assignee_id: 456,
    tags: { tags: keep ? [...tags, { id: "later", name: "later", applied_at: from + 10 }] : tags },
    conversation_rating: seconds(rating, "created_at") < from ? raw["conversation_rating"] : null,
    conversation_parts: { conversation_parts: keep ? [...others, ...past] : past },
  };
}

/** Whatever is dated in the facts of an event. A snooze ends later, and says so. */
function datesIn({ event }: PastEvent): number[] {
  const { conversation, message } = event.facts;
  const { createdAt = 0, updatedAt = 0, waitingSince = 0 } = conversation ?? {};
  return [createdAt ?? 0, updatedAt ?? 0, waitingSince ?? 0, message?.at ?? 0];
}

/** Answers how many events were looked at. */
function check(given: unknown, seed: number): number {
  const raw = withoutHistoried(record(given));
  const past = unrolled(raw);
  const events = eventsOf(past);
  /** When a tag was first put on, as far as anything tells. */
  const taggedAt = new Map<string, number>();
  for (const tag of [raw, ...partsOf(raw)].flatMap((holder) => entries(holder["tags"], "tags"))) {
    const at = seconds(tag, "applied_at") * 1000;
    if (at > 0) taggedAt.set(string(tag["id"]), Math.min(at, taggedAt.get(string(tag["id"])) ?? Infinity));
  }
  for (const told of events) {
    const { event } = told;
    for (const date of datesIn(told)) expect(date).toBeLessThanOrEqual(event.at);
    for (const { id } of event.facts.conversation?.tags ?? []) expect(taggedAt.get(id)).toBeLessThanOrEqual(event.at);
  }
  // A cut conversation knows of each moment what the whole one knows.
  const chance = chanceFrom(seed);
  const place = Math.floor(chance() * past.moments.length);
  const moment = past.moments[place];
  if (!moment) return events.length;
  const cut = { ...past, moments: past.moments.slice(0, place + 1), letters: past.letters.slice(0, place + 1) };
  expect(eventsOf(cut)).toEqual(events.filter((each) => each.place <= place));
  expect(conversationAt(past, moment.at - 1)).toEqual(
    conversationAt({ ...past, moments: past.moments.filter(({ at }) => at < moment.at) }, moment.at - 1),
  );
  const began = past.base.createdAt ?? 0;
  if (moment.at <= began) return events.length;
  for (const keep of [false, true]) {
    const other = eventsOf(unrolled(withFuture(raw, moment.at / 1000, chance, keep)));
    const before = (all: PastEvent[]) => all.filter(({ event }) => event.at < moment.at);
    expect(before(other)).toEqual(before(events));
  }
  return events.length;
}

describe("a past conversation, at each moment", () => {
  it("knows nothing that is dated later, and is the same whatever came later", () => {
    let looked = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer(), (number, seed) => {
        looked += check(madeConversation(number), seed);
      }),
      { numRuns: 500 },
    );
    expect(looked).toBeGreaterThan(1_000);
  });

  it.skipIf(realFiles.length === 0)(
    `is so for real conversations (${realFiles.length === 0 ? withoutRealFiles : "every fifth"})`,
    { timeout: 120_000 },
    () => {
      let number = 0;
      for (const line of realLines()) {
        number += 1;
        if (number % 5 === 0) check(JSON.parse(line), number);
      }
      expect(number).toBeGreaterThan(1_000);
    },
  );

  it("is unpacked as it was packed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (number) => {
        const past = unrolled(madeConversation(number));
        expect(unpack(pack(past))).toEqual(JSON.parse(JSON.stringify(past)));
      }),
      { numRuns: 300 },
    );
  });

  it("is packed as this packing has always packed it: whoever changes that counts `packing` up", () => {
    const packed = Array.from({ length: 20 }, (_, index) => pack(unrolled(madeConversation(index + 1)))).join("\n");
    const print = createHash("sha256").update(packed).digest("hex").slice(0, 16);
    expect([packing, print]).toEqual([3, "77507ff3db6e0bb6"]);
  });
});
