import { isGroup, type Group, type Rule } from "./condition.ts";
import type { Evidence, Value } from "./evidence.ts";
import { findOperator } from "./operators.ts";

/** Turns a reference into an accessor, once. `C` is whatever the caller's accessors read from. */
export type Bind<C> = (ref: string) => (context: C) => Value;

/** A condition ready to be asked: as a plain verdict, or with what each rule saw. */
export interface Compiled<C> {
  holds(context: C, now: number): boolean;
  evidence(context: C, now: number): Evidence[];
}

/** A rule that cannot be compiled (unknown operator, operand that does not fit) never holds; `validate` names it before publishing. */
function compileRule<C>(rule: Rule, bind: Bind<C>): Compiled<C> {
  const test = findOperator(rule.operator)?.compile(rule.operand) ?? (() => false);
  const read = bind(rule.ref);
  return {
    holds: (context, now) => test(read(context), now),
    evidence(context, now) {
      const actual = read(context);
      return [{ ...rule, actual, met: test(actual, now) }];
    },
  };
}

/** Compiles a condition into closures. An empty group of `all` or `none` holds, an empty group of `any` does not. */
export function compileCondition<C>(group: Group, bind: Bind<C>): Compiled<C> {
  const parts = group.rules.map((entry) => (isGroup(entry) ? compileCondition(entry, bind) : compileRule(entry, bind)));
  const holds: Compiled<C>["holds"] =
    group.match === "all"
      ? (context, now) => parts.every((part) => part.holds(context, now))
      : group.match === "any"
        ? (context, now) => parts.some((part) => part.holds(context, now))
        : (context, now) => !parts.some((part) => part.holds(context, now));
  return { holds, evidence: (context, now) => parts.flatMap((part) => part.evidence(context, now)) };
}

/** Every reference a condition reads. */
export const refsInCondition = (group: Group): string[] =>
  group.rules.flatMap((entry) => (isGroup(entry) ? refsInCondition(entry) : [entry.ref]));
