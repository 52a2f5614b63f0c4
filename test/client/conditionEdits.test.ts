import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Group, Rule } from "#shared/conditions/condition.ts";
import { findOperator, operators } from "#shared/conditions/operators.ts";
import type { ValueType } from "#shared/template/fields.ts";
import {
  freshGroup,
  freshRule,
  isComplete,
  removed,
  replaced,
  rulesIn,
  type RuleValue,
  withEntry,
  withInner,
  withOperand,
  withOperator,
  withValue,
  wordsOf,
} from "#client/inspector/conditions/conditionEdits.ts";
import { holdsForSample } from "#client/inspector/conditions/verdict.ts";

const types: ValueType[] = ["text", "number", "date", "boolean", "choice", "list"];
const message: RuleValue = { ref: "message.text", type: "text" };
const plan: RuleValue = { ref: "company.plan", type: "text" };
const size: RuleValue = { ref: "company.size", type: "number" };
const team: RuleValue = { ref: "conversation.team", type: "choice", options: { list: "teams" } };
const teammate: RuleValue = { ref: "conversation.teammate", type: "choice", options: { list: "teammates" } };
const tags: RuleValue = { ref: "conversation.tags", type: "list", options: { list: "tags" } };

const mentions: Rule = { ref: "message.text", operator: "mentions", operand: ["refund"] };

describe("changing what a rule compares", () => {
  it("keeps the operator and the words where the new value has them", () => {
    expect(withValue(mentions, plan, message)).toEqual({ ...mentions, ref: "company.plan" });
  });

  it("takes the first operator that fits, and asks anew what to compare with", () => {
    expect(withValue(mentions, size, message)).toEqual({ ref: "company.size", operator: "equals" });
    expect(withValue(mentions, tags, message)).toEqual({
      ref: "conversation.tags",
      operator: "includesAny",
      operand: [],
    });
  });

  it("keeps an operator that needs nothing to compare with", () => {
    const isSet: Rule = { ref: "message.text", operator: "isSet" };
    expect(withValue(isSet, size, message)).toEqual({ ref: "company.size", operator: "isSet" });
  });

  it("does not take a team's id for a teammate's", () => {
    const rule: Rule = { ref: team.ref, operator: "isAnyOf", operand: ["7310456"] };
    expect(withValue(rule, teammate, team)).toEqual({ ref: teammate.ref, operator: "isAnyOf", operand: [] });
    expect(withValue(rule, team, team)).toEqual(rule);
  });

  it("replaces an operator that does not exist", () => {
    expect(withValue({ ref: "x", operator: "sounds like" }, plan, undefined)).toEqual({
      ref: "company.plan",
      operator: "mentions",
      operand: [],
    });
  });

  it("leaves a rule that the schema takes and the operators know, for any value", () => {
    const value = fc.record({ ref: fc.string({ minLength: 1, maxLength: 20 }), type: fc.constantFrom(...types) });
    const rule = fc.record(
      {
        ref: fc.string({ maxLength: 20 }),
        operator: fc.constantFrom(...operators.map(({ name }) => name), "unknown"),
        operand: fc.oneof(
          fc.string(),
          fc.double({ noNaN: true, noDefaultInfinity: true }),
          fc.array(fc.string(), { maxLength: 3 }),
        ),
      },
      { requiredKeys: ["ref", "operator"] },
    );
    fc.assert(
      fc.property(rule, value, (before, next) => {
        const after = withValue(before, next, undefined);
        expect(Rule.safeParse(after).success).toBe(true);
        expect(findOperator(after.operator)?.types).toContain(next.type);
      }),
    );
  });
});

describe("changing how a rule compares", () => {
  it("keeps the words for another operator of words", () => {
    expect(withOperator(mentions, "isNot")).toEqual({ ...mentions, operator: "isNot" });
  });

  it("lets go of them for an operator that needs none", () => {
    expect(withOperator(mentions, "isSet")).toEqual({ ref: "message.text", operator: "isSet" });
  });

  it("does not take a date for a number of days", () => {
    const before: Rule = { ref: "contact.lastSeenAt", operator: "before", operand: "2026-11-01" };
    expect(withOperator(before, "withinDays")).toEqual({ ref: "contact.lastSeenAt", operator: "withinDays" });
    expect(withOperator(before, "after")).toEqual({ ...before, operator: "after" });
  });

  it("changes nothing for an operator that does not exist", () => {
    expect(withOperator(mentions, "sounds like")).toBe(mentions);
  });
});

describe("what a rule is compared with", () => {
  it("is taken out when it is emptied", () => {
    expect(withOperand({ ref: "company.size", operator: "moreThan", operand: 3 }, undefined)).toEqual({
      ref: "company.size",
      operator: "moreThan",
    });
  });

  it("is read as words, whatever a draft holds", () => {
    expect(wordsOf("refund")).toEqual(["refund"]);
    expect(wordsOf(7)).toEqual(["7"]);
    expect(wordsOf("")).toEqual([]);
    expect(wordsOf(undefined)).toEqual([]);
  });

  it("is what completes a rule", () => {
    expect(isComplete(freshRule(message))).toBe(false);
    expect(isComplete(mentions)).toBe(true);
    expect(isComplete(freshRule({ ref: "contact.unsubscribed", type: "boolean" }))).toBe(true);
    expect(isComplete({ ref: "x", operator: "unknown", operand: ["a"] })).toBe(false);
  });
});

describe("rules and groups", () => {
  const group: Group = { match: "all", rules: [mentions] };

  it("are added at the end and taken away by their place", () => {
    const two = withEntry(group, freshRule(plan));
    expect(two.rules.map((entry) => ("ref" in entry ? entry.ref : ""))).toEqual(["message.text", "company.plan"]);
    expect(removed(two, 0).rules).toEqual([freshRule(plan)]);
    expect(group.rules).toEqual([mentions]);
  });

  it("change within a group in a group, and nothing else does", () => {
    const nested = withEntry(group, freshGroup(group, plan));
    const inner = nested.rules[1] as Group;
    expect(inner).toEqual({ match: "any", rules: [freshRule(plan)] });
    const changed = withInner(nested, 1, replaced(inner, 0, withOperand(freshRule(plan), ["Pro"])));
    expect(changed.rules[0]).toBe(mentions);
    expect(rulesIn(changed)).toEqual([mentions, { ref: "company.plan", operator: "mentions", operand: ["Pro"] }]);
  });

  it("go with their last rule", () => {
    const nested = withEntry(group, freshGroup(group, plan));
    expect(withInner(nested, 1, removed(nested.rules[1] as Group, 0))).toEqual(group);
  });
});

describe("whether rules hold for the sample conversation", () => {
  const company = {
    id: "1",
    companyId: "acme",
    name: "Acme",
    plan: "Pro",
    monthlySpend: null,
    size: 40,
    industry: "",
    website: "",
    userCount: null,
    createdAt: null,
    attributes: {},
  };
  const is = (operand: string): Group => ({
    match: "all",
    rules: [{ ref: "company.plan", operator: "is", operand: [operand] }],
  });

  it("is said where everything is known", () => {
    expect(holdsForSample(is("pro"), { company }, null, 0)).toBe(true);
    expect(holdsForSample(is("free"), { company }, null, 0)).toBe(false);
    expect(holdsForSample(is("free"), { company: null }, null, 0)).toBe(false);
  });

  it("is not guessed: without a sample, with a value not read, with a rule not complete", () => {
    expect(holdsForSample(is("pro"), null, null, 0)).toBeUndefined();
    expect(holdsForSample(is("pro"), {}, null, 0)).toBeUndefined();
    expect(holdsForSample({ match: "any", rules: [freshRule(message)] }, { company }, null, 0)).toBeUndefined();
    expect(holdsForSample({ match: "all", rules: [] }, { company }, null, 0)).toBeUndefined();
    const answered: Rule = { ref: "steps.a.text", operator: "isSet" };
    expect(holdsForSample({ match: "all", rules: [answered] }, { company }, null, 0)).toBeUndefined();
  });
});
