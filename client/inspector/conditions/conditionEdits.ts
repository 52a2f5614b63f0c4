import { type Group, isGroup, type Rule } from "#shared/conditions/condition.ts";
import { findOperator, type Operator, type OperandKind, operatorsFor } from "#shared/conditions/operators.ts";
import type { Options, ValueType } from "#shared/template/fields.ts";

/** The most entries a group may have. */
export const mostEntries = 100;

/** What of a value decides which operators and operands fit it. */
export interface RuleValue {
  ref: string;
  type: ValueType;
  options?: Options;
}

type Entry = Rule | Group;

const emptyOperand = (kind: OperandKind): Rule["operand"] => (kind === "words" || kind === "options" ? [] : undefined);

const made = (ref: string, operator: Operator, operand: Rule["operand"]): Rule => ({
  ref,
  operator: operator.name,
  ...(operand === undefined ? {} : { operand }),
});

/** Every type has operators. */
function firstOperator(type: ValueType): Operator {
  const [first] = operatorsFor(type);
  if (!first) throw new Error(`no operator compares a ${type}`);
  return first;
}

/** A rule that asks nothing yet. */
export function freshRule(value: RuleValue): Rule {
  const operator = firstOperator(value.type);
  return made(value.ref, operator, emptyOperand(operator.operand));
}

const sameOptions = (one: Options | undefined, other: Options | undefined) =>
  JSON.stringify(one) === JSON.stringify(other);

/**
 * A rule about another value. The operator stays where the new value has it. What it is compared with stays where it is
 * entered in the same way; options of another list are entered differently: a tag's id is no team's.
 */
export function withValue(rule: Rule, value: RuleValue, before: RuleValue | undefined): Rule {
  const held = findOperator(rule.operator);
  const operator = held?.types.includes(value.type) ? held : firstOperator(value.type);
  const stays =
    held?.operand === operator.operand &&
    (operator.operand !== "options" || sameOptions(before?.options, value.options));
  return made(value.ref, operator, stays ? rule.operand : emptyOperand(operator.operand));
}

/** A rule that compares in another way. */
export function withOperator(rule: Rule, name: string): Rule {
  const operator = findOperator(name);
  if (!operator) return rule;
  const stays = findOperator(rule.operator)?.operand === operator.operand;
  return made(rule.ref, operator, stays ? rule.operand : emptyOperand(operator.operand));
}

/** A rule that compares with something else; undefined while that has to be filled in. */
export const withOperand = ({ ref, operator }: Rule, operand: Rule["operand"]): Rule => ({
  ref,
  operator,
  ...(operand === undefined ? {} : { operand }),
});

export const withEntry = (group: Group, entry: Entry): Group => ({ ...group, rules: [...group.rules, entry] });

export const replaced = (group: Group, at: number, entry: Entry): Group => ({
  ...group,
  rules: group.rules.map((each, index) => (index === at ? entry : each)),
});

export const removed = (group: Group, at: number): Group => ({
  ...group,
  rules: group.rules.filter((_, index) => index !== at),
});

/** A group within another changed; when its last entry went, it goes itself. */
export const withInner = (group: Group, at: number, inner: Group): Group =>
  inner.rules.length === 0 ? removed(group, at) : replaced(group, at, inner);

/** A new group within another: it asks the contrary kind of question, else it would add nothing. */
export const freshGroup = (within: Group, value: RuleValue): Group => ({
  match: within.match === "any" ? "all" : "any",
  rules: [freshRule(value)],
});

/** The operand as words, whatever it is. */
export const wordsOf = (operand: Rule["operand"]): string[] =>
  Array.isArray(operand) ? operand : operand === undefined || operand === "" ? [] : [String(operand)];

/** Whether the rule says all it has to. */
export const isComplete = (rule: Rule): boolean =>
  (findOperator(rule.operator)?.compile(rule.operand) ?? null) !== null;

/** Every rule of a condition, however deep. */
export const rulesIn = (group: Group): Rule[] =>
  group.rules.flatMap((entry) => (isGroup(entry) ? rulesIn(entry) : [entry]));
