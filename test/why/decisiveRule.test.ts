import { describe, expect, it } from "vitest";
import { compileCondition } from "#shared/conditions/compileCondition.ts";
import type { Group } from "#shared/conditions/condition.ts";
import { decisiveRule } from "#shared/why/decisiveRule.ts";

/** Holds where the letter is in upper case. */
const rule = (letter: string) => ({
  ref: letter,
  operator: "is",
  operand: [letter === letter.toUpperCase() ? "x" : "y"],
});
const decides = (group: Group) => {
  const { evidence } = compileCondition<null>(group, () => () => "x");
  return decisiveRule(group, evidence(null, 0))?.ref ?? null;
};

describe("the rule that decided a condition", () => {
  it.each<[string, Group, string | null]>([
    ["all: the first that failed", { match: "all", rules: [rule("A"), rule("b"), rule("c")] }, "b"],
    ["all, all held: the first", { match: "all", rules: [rule("A"), rule("B")] }, "A"],
    ["any: the first that held", { match: "any", rules: [rule("a"), rule("B"), rule("C")] }, "B"],
    ["any, none held: the first", { match: "any", rules: [rule("a"), rule("b")] }, "a"],
    ["none: the first that held", { match: "none", rules: [rule("a"), rule("B")] }, "B"],
    ["nothing asked: none", { match: "all", rules: [] }, null],
  ])("is, of %s", (_, group, expected) => expect(decides(group)).toBe(expected));

  it("is looked for inside the group that decided, not by its place in the list", () => {
    const inner: Group = { match: "any", rules: [rule("B"), rule("c")] };
    expect(decides({ match: "all", rules: [rule("A"), inner, rule("d")] })).toBe("d");
    const failing: Group = { match: "none", rules: [rule("b"), rule("C")] };
    expect(decides({ match: "all", rules: [rule("A"), failing, rule("d")] })).toBe("C");
  });
});
