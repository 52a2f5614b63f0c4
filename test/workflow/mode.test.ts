import { describe, expect, it } from "vitest";
import type { Event } from "#shared/events/event.ts";
import { letsIn } from "#shared/workflow/mode.ts";
import { firstMessage } from "../support/workflowBuilder.ts";

const first = firstMessage("Hi");
const about = (id: string): Event => {
  const { conversation } = first.facts;
  if (!conversation) throw new Error("no conversation");
  return { ...first, facts: { conversation: { ...conversation, id } } };
};
const standing = (percent: number, workflow = "w") => ({ workflow, mode: "percentage" as const, percent });
const members = (percent: number, workflow?: string): Set<string> =>
  new Set(ids.filter((id) => letsIn(standing(percent, workflow), about(id))));
const ids = Array.from({ length: 10_000 }, (_, index) => String(215_470_000_000 + index * 7));

describe("a share of the conversations", () => {
  it.each([1, 10, 30, 50, 99])("is about %i of a hundred, of ten thousand that follow each other", (percent) => {
    const expected = percent * 100;
    const fair = 4 * Math.sqrt(10_000 * (percent / 100) * (1 - percent / 100));
    expect(Math.abs(members(percent).size - expected)).toBeLessThan(fair);
  });

  it("keeps whoever was in when it grows", () => {
    let before = new Set<string>();
    for (const percent of [1, 5, 10, 42, 80, 99]) {
      const now = members(percent);
      expect([...before].filter((id) => !now.has(id))).toEqual([]);
      expect(now.size).toBeGreaterThan(before.size);
      before = now;
    }
  });

  it("is another for each workflow", () => {
    const two = members(50, "two");
    const both = [...members(50, "one")].filter((id) => two.has(id)).length;
    expect(both).toBeGreaterThan(2_200);
    expect(both).toBeLessThan(2_800);
  });

  it("goes by the conversation, whatever happens in it, else by what the event is about, else by the event itself", () => {
    const event = about("901");
    const inAt = (each: Event) =>
      Array.from({ length: 99 }, (_, at) => at + 1).find((at) => letsIn(standing(at), each));
    expect(inAt({ ...event, id: "another", topic: "conversation.user.replied" })).toBe(inAt(event));
    const contact = { ...event, facts: {}, subject: { kind: "contact" as const, id: "c1" } };
    expect(inAt({ ...contact, id: "other" })).toBe(inAt(contact));
    const nothing = { ...event, facts: {}, subject: null };
    const drawn = new Set(ids.slice(0, 200).map((id) => inAt({ ...nothing, id })));
    expect(drawn.size).toBeGreaterThan(50);
  });
});

it("all are let in by what is on, and none by what is off or in shadow", () => {
  const modes = (["off", "shadow", "on"] as const).map((mode) => ({ workflow: "w", mode, percent: 99 }));
  expect(modes.map((each) => ids.filter((id) => letsIn(each, about(id))).length)).toEqual([0, 0, 10_000]);
});
