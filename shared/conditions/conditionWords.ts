import { inSentence, type Speech } from "../language/speech.ts";
import { joinWords, shorten } from "../language/text.ts";
import { findField } from "../template/findField.ts";
import { showValue } from "../template/fill.ts";
import { isGroup, type Group, type Rule } from "./condition.ts";
import type { Evidence } from "./evidence.ts";
import { findOperator } from "./operators.ts";

/** One value of a field as a person reads it: the option's name, or the words themselves in quotes. */
function valueWords(ref: string, value: string, speech: Speech): string {
  const options = findField(ref, speech.lists)?.options;
  if (!options) return speech.say(`“${shorten(value, 60)}”`, `«${shorten(value, 60)}»`);
  if ("list" in options) return speech.name(options.list, value);
  if ("free" in options) return value;
  const option = options.fixed.find((candidate) => candidate.value === value);
  return option ? inSentence(speech.pick(option.label)) : value;
}

function operandWords(rule: Rule, speech: Speech): string {
  const or = speech.say("or", "o");
  if (Array.isArray(rule.operand))
    return joinWords(
      rule.operand.map((entry) => valueWords(rule.ref, entry, speech)),
      or,
    );
  if (rule.operand === undefined) return "";
  if (typeof rule.operand === "number") return new Intl.NumberFormat(speech.language).format(rule.operand);
  return findOperator(rule.operator)?.operand === "date" ? rule.operand : valueWords(rule.ref, rule.operand, speech);
}

/** A value's name inside a sentence: "company plan" / "el plan de la empresa". */
export function valueInSentence(ref: string, speech: Speech): string {
  const article = speech.say("", findField(ref, speech.lists)?.article ?? "");
  return `${article} ${inSentence(speech.label(ref))}`.trim();
}

/** "company plan is Pro" / "el plan de la empresa es Pro", without a full stop. */
export function ruleWords(rule: Rule, speech: Speech): string {
  const operator = findOperator(rule.operator);
  return [valueInSentence(rule.ref, speech), operator ? speech.pick(operator.label) : "…", operandWords(rule, speech)]
    .filter((word) => word !== "")
    .join(" ");
}

/** The whole condition as one phrase; nested groups stand in brackets. */
export function conditionWords(group: Group, speech: Speech): string {
  const parts = group.rules.map((entry) =>
    isGroup(entry)
      ? entry.rules.length > 1
        ? `(${conditionWords(entry, speech)})`
        : conditionWords(entry, speech)
      : ruleWords(entry, speech),
  );
  if (parts.length === 0) return speech.say("nothing is asked yet", "aún no se pregunta nada");
  if (group.match === "none")
    return speech.say(`none of these: ${joinWords(parts, "or")}`, `ninguna de estas: ${joinWords(parts, "o")}`);
  return group.match === "all" ? joinWords(parts, speech.say("and", "y")) : joinWords(parts, speech.say("or", "o"));
}

function actualWords({ ref, operator, actual }: Evidence, speech: Speech): string {
  if (actual === null || (Array.isArray(actual) && actual.length === 0)) return speech.say("nothing", "nada");
  if (typeof actual === "boolean") return actual ? speech.say("yes", "sí") : speech.say("no", "no");
  if (Array.isArray(actual))
    return joinWords(
      actual.map((entry) => valueWords(ref, entry, speech)),
      speech.say("and", "y"),
    );
  if (findOperator(operator)?.types[0] === "date") return showValue(actual, "date");
  return typeof actual === "number"
    ? new Intl.NumberFormat(speech.language).format(actual)
    : valueWords(ref, actual, speech);
}

/** What a rule saw, as a sentence: "Company plan is Pro: yes, it was Pro". */
export function evidenceWords(evidence: Evidence, speech: Speech): string {
  const rule = ruleWords(evidence, speech);
  const asked = rule.charAt(0).toUpperCase() + rule.slice(1);
  const actual = actualWords(evidence, speech);
  return evidence.met
    ? speech.say(`${asked}: yes, it was ${actual}`, `${asked}: sí, era ${actual}`)
    : speech.say(`${asked}: no, it was ${actual}`, `${asked}: no, era ${actual}`);
}
