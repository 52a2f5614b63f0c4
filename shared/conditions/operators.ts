import { fold, text, type Text } from "../language/text.ts";
import type { ValueType } from "../template/fields.ts";
import { instantOf } from "../template/instantOf.ts";
import type { Value } from "./evidence.ts";
import type { Rule } from "./condition.ts";

/** What stands on the right of an operator. `words`: any of several; `options`: chosen from the field's own list; `days` and `hours`: a number of them. */
export type OperandKind = "none" | "words" | "text" | "number" | "date" | "days" | "hours" | "options";

export type Test = (value: Value, now: number) => boolean;

export interface Operator {
  name: string;
  types: readonly ValueType[];
  operand: OperandKind;
  /** As it reads between a value's name and the operand. */
  label: Text;
  /** Made once per published version; null where the operand does not fit. */
  compile(operand: Rule["operand"]): Test | null;
}

const day = 86_400_000;
const hour = 3_600_000;

const words = (operand: Rule["operand"]): string[] | null => {
  const given = Array.isArray(operand) ? operand : typeof operand === "string" ? [operand] : [];
  const folded = given.map((word) => fold(word).trim()).filter((word) => word !== "");
  return folded.length > 0 ? folded : null;
};
const options = (operand: Rule["operand"]): ReadonlySet<string> | null =>
  Array.isArray(operand) && operand.length > 0 ? new Set(operand) : null;
const asText = (value: Value): string => (value === null ? "" : fold(String(value)).trim());
const asList = (value: Value): readonly string[] =>
  Array.isArray(value) ? value : value === null ? [] : [String(value)];
const isSet = (value: Value) => value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);

const textual =
  (hit: (value: string, wanted: string) => boolean, otherwise = false) =>
  (operand: Rule["operand"]): Test | null => {
    const wanted = words(operand);
    return (
      wanted &&
      ((value) => {
        const actual = asText(value);
        return wanted.some((word) => hit(actual, word)) !== otherwise;
      })
    );
  };
const numeric =
  (hit: (value: number, wanted: number) => boolean) =>
  (operand: Rule["operand"]): Test | null =>
    typeof operand === "number" && Number.isFinite(operand)
      ? (value) => typeof value === "number" && hit(value, operand)
      : null;
const dated =
  (hit: (at: number, wanted: number) => boolean) =>
  (operand: Rule["operand"]): Test | null => {
    const wanted = typeof operand === "string" ? Date.parse(operand) : Number.NaN;
    return Number.isNaN(wanted)
      ? null
      : (value) => {
          const at = instantOf(value);
          return at !== null && hit(at, wanted);
        };
  };
const aged =
  (unit: number, hit: (age: number, wanted: number) => boolean) =>
  (operand: Rule["operand"]): Test | null =>
    typeof operand !== "number" || operand < 0
      ? null
      : (value, now) => {
          const at = instantOf(value);
          return at !== null && hit((now - at) / unit, operand);
        };
const chosen =
  (hit: (values: readonly string[], wanted: ReadonlySet<string>) => boolean) =>
  (operand: Rule["operand"]): Test | null => {
    const wanted = options(operand);
    return wanted && ((value) => hit(asList(value), wanted));
  };

const every: readonly ValueType[] = ["text", "number", "date", "boolean", "choice", "list"];

/** All operators, in the order a person is offered them. Text compares without regard to case and accents. */
export const operators: readonly Operator[] = [
  {
    name: "mentions",
    types: ["text"],
    operand: "words",
    label: text("mentions", "menciona"),
    compile: textual((value, word) => value.includes(word)),
  },
  {
    name: "mentionsNot",
    types: ["text"],
    operand: "words",
    label: text("does not mention", "no menciona"),
    compile: textual((value, word) => value.includes(word), true),
  },
  {
    name: "is",
    types: ["text"],
    operand: "words",
    label: text("is", "es"),
    compile: textual((value, word) => value === word),
  },
  {
    name: "isNot",
    types: ["text"],
    operand: "words",
    label: text("is not", "no es"),
    compile: textual((value, word) => value === word, true),
  },
  {
    name: "startsWith",
    types: ["text"],
    operand: "words",
    label: text("starts with", "empieza por"),
    compile: textual((value, word) => value.startsWith(word)),
  },
  {
    name: "endsWith",
    types: ["text"],
    operand: "words",
    label: text("ends with", "termina en"),
    compile: textual((value, word) => value.endsWith(word)),
  },

  {
    name: "equals",
    types: ["number"],
    operand: "number",
    label: text("is exactly", "es exactamente"),
    compile: numeric((value, wanted) => value === wanted),
  },
  {
    name: "moreThan",
    types: ["number"],
    operand: "number",
    label: text("is more than", "es mayor que"),
    compile: numeric((value, wanted) => value > wanted),
  },
  {
    name: "lessThan",
    types: ["number"],
    operand: "number",
    label: text("is less than", "es menor que"),
    compile: numeric((value, wanted) => value < wanted),
  },
  {
    name: "atLeast",
    types: ["number"],
    operand: "number",
    label: text("is at least", "es como mínimo"),
    compile: numeric((value, wanted) => value >= wanted),
  },
  {
    name: "atMost",
    types: ["number"],
    operand: "number",
    label: text("is at most", "es como máximo"),
    compile: numeric((value, wanted) => value <= wanted),
  },

  {
    name: "before",
    types: ["date"],
    operand: "date",
    label: text("is before", "es anterior al"),
    compile: dated((at, wanted) => at < wanted),
  },
  {
    name: "after",
    types: ["date"],
    operand: "date",
    label: text("is on or after", "es igual o posterior al"),
    compile: dated((at, wanted) => at >= wanted),
  },
  {
    name: "withinDays",
    types: ["date"],
    operand: "days",
    label: text("is in the last days:", "es de los últimos días:"),
    compile: aged(day, (days, wanted) => days >= 0 && days <= wanted),
  },
  {
    name: "olderThanDays",
    types: ["date"],
    operand: "days",
    label: text("is longer ago than days:", "es de hace más días que:"),
    compile: aged(day, (days, wanted) => days > wanted),
  },
  {
    name: "withinHours",
    types: ["date"],
    operand: "hours",
    label: text("is in the last hours:", "es de las últimas horas:"),
    compile: aged(hour, (hours, wanted) => hours >= 0 && hours <= wanted),
  },
  {
    name: "olderThanHours",
    types: ["date"],
    operand: "hours",
    label: text("is longer ago than hours:", "es de hace más horas que:"),
    compile: aged(hour, (hours, wanted) => hours > wanted),
  },

  {
    name: "yes",
    types: ["boolean"],
    operand: "none",
    label: text("is yes", "es sí"),
    compile: () => (value) => value === true,
  },
  {
    name: "no",
    types: ["boolean"],
    operand: "none",
    label: text("is no", "es no"),
    compile: () => (value) => value === false,
  },

  {
    name: "isAnyOf",
    types: ["choice"],
    operand: "options",
    label: text("is", "es"),
    compile: chosen((values, wanted) => values.some((value) => wanted.has(value))),
  },
  {
    name: "isNoneOf",
    types: ["choice"],
    operand: "options",
    label: text("is not", "no es"),
    compile: chosen((values, wanted) => !values.some((value) => wanted.has(value))),
  },

  {
    name: "includesAny",
    types: ["list"],
    operand: "options",
    label: text("include", "incluyen"),
    compile: chosen((values, wanted) => values.some((value) => wanted.has(value))),
  },
  {
    name: "includesAll",
    types: ["list"],
    operand: "options",
    label: text("include all of", "incluyen todas:"),
    compile: chosen((values, wanted) => [...wanted].every((option) => values.includes(option))),
  },
  {
    name: "includesNone",
    types: ["list"],
    operand: "options",
    label: text("do not include", "no incluyen"),
    compile: chosen((values, wanted) => !values.some((value) => wanted.has(value))),
  },

  { name: "isSet", types: every, operand: "none", label: text("has a value", "tiene valor"), compile: () => isSet },
  {
    name: "isNotSet",
    types: every,
    operand: "none",
    label: text("has no value", "no tiene valor"),
    compile: () => (value) => !isSet(value),
  },
];

const byName = new Map(operators.map((operator) => [operator.name, operator]));

export const findOperator = (name: string): Operator | undefined => byName.get(name);

export const operatorsFor = (type: ValueType): readonly Operator[] =>
  operators.filter((operator) => operator.types.includes(type));
