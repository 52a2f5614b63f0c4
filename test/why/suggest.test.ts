import { describe, expect, it } from "vitest";
import { doneIn } from "#server/backtest/suggest/doneIn.ts";
import { isFound } from "#server/backtest/suggest/mine.ts";
import { suggest } from "#server/backtest/suggest/suggest.ts";
import { wilsonLower, z95 } from "#server/backtest/suggest/wilson.ts";
import { wordsIn } from "#server/backtest/suggest/wordsIn.ts";
import { simulate } from "#server/backtest/simulation.ts";
import { countsOf } from "#server/backtest/counts.ts";
import type { Past } from "#shared/archive/past.ts";
import { registry } from "#shared/integrations/manifest.ts";
import { draftOf } from "#shared/suggestions/draftOf.ts";
import { emptyLists } from "#shared/workspace/lists.ts";
import { validate } from "#shared/workflow/validate.ts";
import { bot, pastConversation, type PastMade, teammate, toTeam } from "../support/pastConversations.ts";

const names = { team: { "7": "Billing", "8": "Travel" }, teammate: {}, tag: {}, attributes: [] };
const day = 86_400_000;
const began = Date.parse("2026-01-01T08:00:00Z");

/** The same numbers every time. Source: mulberry32. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const filler = Array.from({ length: 40 }, (_, index) => `word${String.fromCodePoint(97 + (index % 26))}${index}x`);
/** So many words that mean nothing. */
const chatter = (random: () => number, count = 8) =>
  Array.from({ length: count }, () => filler[Math.floor(random() * filler.length)] ?? "").join(" ");

/** So many conversations, a day after the other; each as `make` says. */
function archive(count: number, make: (index: number, random: () => number) => Omit<PastMade, "id">, seed = 7): Past[] {
  const random = chance(seed);
  return Array.from({ length: count }, (_, index) =>
    pastConversation({ id: String(1000 + index), at: began + index * day, ...make(index, random) }),
  );
}
const found = (pasts: readonly Past[], more: Partial<typeof names> & { attributes?: never[] } = {}) =>
  suggest(pasts, { ...names, ...more }, () => false)?.found.suggestions ?? [];

/** One in four mentions a refund; four in five of these went to Billing by hand. */
const refunds = (author: object = teammate) =>
  archive(600, (index, random) => {
    const isRefund = index % 4 === 0;
    const goes = isRefund ? random() < 0.8 : random() < 0.05;
    const text = `${chatter(random)} ${isRefund ? "devolución, please" : "thanks"} ${chatter(random)}`;
    return { text, later: goes ? [toTeam("7", author)] : [] };
  });

describe("suggestions", () => {
  it("find the rule that people follow, and say how often, by hand, after how long, and how it held later", () => {
    const [first, ...others] = found(refunds());
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      feature: { kind: "words", words: "devolución", inSubject: false },
      done: { kind: "team", id: "7", name: "Billing" },
      byHand: true,
      all: { matched: 150 },
      learned: { matched: 105 },
      checked: { matched: 45 },
      usuallyAfterMs: 3_600_000,
      todays: false,
    });
    expect((first?.all.went ?? 0) / 150).toBeCloseTo(0.8, 1);
  });

  it("find nothing where everything is chance", () => {
    for (const seed of [1, 2, 3]) {
      const pasts = archive(
        800,
        (_, random) => {
          const later = [
            ...(random() < 0.6 ? [toTeam(random() < 0.7 ? "7" : "8")] : []),
            ...(random() < 0.3 ? [{ minutes: 90, part_type: "close", author: teammate }] : []),
          ];
          return { text: chatter(random, 20), channel: random() < 0.5 ? "email" : "conversation", later };
        },
        seed,
      );
      expect(found(pasts)).toEqual([]);
    }
  });

  it("leave out a rule that no longer holds on the last part", () => {
    const pasts = archive(600, (index, random) => {
      const isRefund = index % 4 === 0;
      const goes = isRefund && index < 420;
      return { text: `${chatter(random)} ${isRefund ? "refund" : "thanks"}`, later: goes ? [toTeam("7")] : [] };
    });
    expect(found(pasts)).toEqual([]);
  });

  it("leave out what happened too seldom, however sure it looks", () => {
    const pasts = archive(600, (index, random) => {
      const isRare = index % 30 === 0;
      const later = isRare ? [toTeam("7")] : random() < 0.1 ? [toTeam("7")] : [];
      return { text: `${chatter(random)} ${isRare ? "chargeback" : "thanks"}`, later };
    });
    expect(found(pasts)).toEqual([]);
  });

  it("say the same thing once: of words that go together the best", () => {
    const pasts = archive(600, (index, random) => {
      const isRefund = index % 4 === 0;
      const words = isRefund ? `my money back ${random() < 0.8 ? "refund" : "repayment"}` : "thanks";
      return { text: `${chatter(random)} ${words}`, later: isRefund ? [toTeam("7")] : [] };
    });
    expect(found(pasts)).toHaveLength(1);
  });

  it("find pairs of words where neither alone tells, tags by their own names, and channels", () => {
    const pasts = archive(800, (index, random) => {
      const words = ["late parcel", "late answer", "small parcel", "small answer"][index % 10] ?? "";
      const isMail = index % 7 === 0;
      return {
        text: `${chatter(random)} ${words}`,
        channel: isMail ? "email" : "conversation",
        tags: words === "late parcel" ? ["Late"] : [],
        later: isMail ? [toTeam("8")] : [],
      };
    });
    expect(found(pasts).map(({ feature, done }) => ({ feature, done }))).toEqual([
      { feature: { kind: "channel", channel: "email" }, done: { kind: "team", id: "8", name: "Travel" } },
      {
        feature: { kind: "words", words: "late parcel", inSubject: false },
        done: { kind: "tag", id: "t-Late", name: "Late" },
      },
    ]);
  });

  it("leave out a team that has no name", () =>
    expect(found(refunds(), { team: { "8": "Travel" } as never })).toEqual([]));

  it("say that nobody did it by hand where a bot did", () =>
    expect(found(refunds(bot)).map(({ byHand }) => byHand)).toEqual([false]));

  it("go by attributes only where the workspace has them, and say that they are today's", () => {
    const pasts = archive(600, (index, random) => {
      const isPro = index % 4 === 0;
      return { text: chatter(random), attributes: { plan: isPro ? "Pro" : "Free" }, later: isPro ? [toTeam("7")] : [] };
    });
    expect(found(pasts)).toEqual([]);
    const known = suggest(pasts, { ...names, attributes: [{ name: "plan", isList: true }] }, () => false);
    expect(known?.found.suggestions).toMatchObject([
      { feature: { kind: "attribute", name: "plan", value: "Pro", isList: true }, todays: true },
    ]);
  });

  it("count what a simulation of the draft counts", () => {
    const pasts = refunds();
    const [suggestion] = found(pasts);
    if (!suggestion) throw new Error("nothing was found");
    const lists = { ...emptyLists(), teams: [{ id: "7", name: "Billing" }] };
    const document = draftOf(suggestion, lists);
    expect(validate(document, registry, lists)).toEqual([]);
    const simulation = simulate(document, { registry, pasts, horizon: began + 1_000 * day, callee: () => null }, null);
    const exits = simulation && countsOf(simulation).exits;
    expect(exits?.find(({ node, outlet }) => node === "ask" && outlet === "yes")?.count).toBe(suggestion.all.matched);
  });

  it("break off when they are not wanted any more", () => expect(suggest(refunds(), names, () => true)).toBe(null));
});

describe("what was done with a conversation", () => {
  const doneWith = (later: NonNullable<PastMade["later"]>) =>
    doneIn(pastConversation({ id: "1", text: "Hello", later })).map(
      ({ key, byHand }) => `${key} ${byHand ? "hand" : "bot"}`,
    );

  it("is its first team only", () =>
    expect(doneWith([toTeam("7", bot, 1), toTeam("8", teammate, 2)])).toEqual(["team 7 bot"]));

  it("is a close only where nobody had answered", () => {
    const close = { minutes: 9, part_type: "close", author: teammate };
    expect(doneWith([close])).toEqual(["close  hand"]);
    const answer = { minutes: 2, part_type: "comment", body: "Hello", author: teammate };
    expect(doneWith([answer, close])).toEqual([]);
  });
});

describe("words", () => {
  it("are folded, without addresses and numbers, and joined only where they follow each other", () =>
    expect([...wordsIn("My Devolución: see https://a.example/refund 12345 money back, it's late")]).toEqual([
      { word: "devolucion", joined: false },
      { word: "see", joined: false },
      { word: "money", joined: false },
      { word: "back", joined: true },
      { word: "it's", joined: false },
      { word: "late", joined: true },
    ]));
});

describe("what counts as found", () => {
  it("has to be surer the more was tried", () => {
    const counted = { matched: 30, went: 18, base: 0.2 };
    expect(isFound(counted, 1)).toBe(true);
    expect(isFound(counted, 1_000_000)).toBe(false);
    expect(isFound({ matched: 300, went: 180, base: 0.2 }, 1_000_000)).toBe(true);
  });

  it("has to be well above what is usual anyhow, and right at least every other time", () => {
    expect(isFound({ matched: 300, went: 210, base: 0.6 }, 1)).toBe(false);
    expect(isFound({ matched: 300, went: 140, base: 0.05 }, 1)).toBe(false);
  });
});

describe("the lower bound of a share", () => {
  it("is lower the less there is to go by, and never below 0", () => {
    expect(wilsonLower(0, 0, z95)).toBe(0);
    expect(wilsonLower(3, 3, z95)).toBeCloseTo(0.4385, 3);
    expect(wilsonLower(80, 100, z95)).toBeCloseTo(0.7112, 3);
    expect(wilsonLower(800, 1000, z95)).toBeGreaterThan(wilsonLower(80, 100, z95));
  });
});
