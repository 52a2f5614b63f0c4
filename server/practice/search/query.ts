import { z } from "zod";

const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
type Scalar = z.infer<typeof Scalar>;

const Single = z.object({
  field: z.string(),
  operator: z.enum(["=", "!=", "IN", "NIN", "<", "<=", ">", ">=", "~", "!~", "^", "$"]),
  value: z.union([Scalar, z.array(z.union([z.string(), z.number()])).max(150)]),
});
type Single = z.infer<typeof Single>;

const most = 15;
const Group = z.object({ operator: z.enum(["AND", "OR"]), value: z.array(Single).min(1).max(most) });
const Groups = z.object({ operator: z.enum(["AND", "OR"]), value: z.array(Group).min(1).max(most) });

/** A filter, a group of filters, or a group of groups. Source: Intercom 2.16, POST /conversations/search, /contacts/search and /tickets/search. */
export const Query = z.union([Single, Group, Groups]);
export type Query = z.infer<typeof Query>;

/** What can be searched by. Words are searched singly. */
export interface Field<T> {
  read(item: T): Scalar | readonly string[];
  /** Compared by calendar days (of UTC here), and only by what Intercom allows then. Source: POST /contacts/search, "Date fields". */
  byDay?: true;
}

/** The field of Intercom's name; null where it cannot be searched by. */
export type Fields<T> = (name: string) => Field<T> | null;

const same = (a: Scalar, b: Scalar): boolean =>
  a === null || b === null ? a === b : String(a).toLowerCase() === String(b).toLowerCase();

/** Whether one value passes; nothing is before or after what is not set. */
function passes(actual: Scalar, { operator, value }: Single): boolean {
  if (Array.isArray(value)) {
    const among = value.some((one) => same(actual, one));
    return operator === "IN" ? among : operator === "NIN" && !among;
  }
  const [words, wanted] = [String(actual ?? "").toLowerCase(), String(value ?? "").toLowerCase()];
  const [left, right] = [Number(actual), Number(value)];
  switch (operator) {
    case "=":
    case "IN":
      return same(actual, value);
    case "!=":
    case "NIN":
      return !same(actual, value);
    case "~":
      return words.includes(wanted);
    case "!~":
      return !words.includes(wanted);
    case "^":
      return words.startsWith(wanted);
    case "$":
      return words.endsWith(wanted);
    case "<":
      return actual !== null && left < right;
    case "<=":
      return actual !== null && left <= right;
    case ">":
      return actual !== null && left > right;
    case ">=":
      return actual !== null && left >= right;
  }
}

const denies = new Set<Single["operator"]>(["!=", "NIN", "!~"]);
const ofDays = new Set<Single["operator"]>(["=", ">", "<"]);

const daySeconds = 86_400;
const day = (seconds: unknown): number => Math.floor(Number(seconds) / daySeconds);

function single<T>(filter: Single, item: T, fields: Fields<T>): boolean {
  const field = fields(filter.field);
  const actual = field?.read(item) ?? null;
  if (field?.byDay) return actual !== null && passes(day(actual), { ...filter, value: day(filter.value) });
  if (typeof actual !== "object" || actual === null) return passes(actual, filter);
  return denies.has(filter.operator)
    ? actual.every((one) => passes(one, filter))
    : actual.some((one) => passes(one, filter));
}

/** The first filter that cannot be answered, and why; null where all can. */
export function faultIn<T>(query: Query, fields: Fields<T>): { field: string; why: string } | null {
  if (!("field" in query)) return query.value.map((inner) => faultIn(inner, fields)).find(Boolean) ?? null;
  const { field, operator } = query;
  const found = fields(field);
  if (!found) return { field, why: `The practice workspace cannot search by ${field}` };
  if (found.byDay && !ofDays.has(operator)) return { field, why: `${field} is a date: it takes only =, > and <` };
  return null;
}

export function matches<T>(query: Query, item: T, fields: Fields<T>): boolean {
  if ("field" in query) return single(query, item, fields);
  return query.operator === "AND"
    ? query.value.every((inner) => matches(inner, item, fields))
    : query.value.some((inner) => matches(inner, item, fields));
}
