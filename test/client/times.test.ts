import { describe, expect, it } from "vitest";
import { durationWords, relativeTime } from "#client/ui/times.ts";

const plain = (words: string) => words.replaceAll(/[\u00a0\u202f]/g, " ");

describe("how long something took", () => {
  it.each([
    [0, "0 ms"],
    [240, "240 ms"],
    [999.6, "1,000 ms"],
    [3_240, "3.2 sec"],
    [60_000, "1 min"],
    [125_000, "2 min 5 sec"],
    [3_600_000, "1 hr"],
    [4_201_000, "1 hr 10 min"],
    [90_000_000, "1 day 1 hr"],
  ])("%d ms is %s", (durationMs, words) => expect(plain(durationWords(durationMs, "en"))).toBe(words));
  it("is told in Spanish", () => expect(plain(durationWords(125_500, "es"))).toBe("2 min 5 s"));
});

describe("how long ago", () => {
  const second = 1_000;
  it.each([
    [-10 * second, "just now"],
    [20 * second, "just now"],
    [-50 * second, "1 minute ago"],
    [-420 * second, "7 minutes ago"],
    [-3_590 * second, "1 hour ago"],
    [7_200 * second, "in 2 hours"],
    [-90_000 * second, "yesterday"],
    [-86_400 * 45 * second, "last month"],
    [-86_400 * 800 * second, "2 years ago"],
  ])("%d ms from now is %s", (offset, words) => {
    const now = Date.parse("2026-11-25T10:00:00Z");
    expect(relativeTime(now + offset, now, "en", "just now")).toBe(words);
  });
});
