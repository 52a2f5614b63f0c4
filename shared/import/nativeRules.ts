import { deepestGroup, type Group, type Rule } from "../conditions/condition.ts";
import { field, id, list, number, record, string, type Raw } from "../events/raw.ts";
import { findField } from "../template/findField.ts";
import type { Lists } from "../workspace/lists.ts";
import { first, kindOf, kindWords } from "./nativeStep.ts";

/** Intercom's names for what rules are about, as references here. Custom attributes come on top. */
const refs = new Map(
  Object.entries({
    role: "contact.role",
    user_role: "contact.role",
    email: "contact.email",
    name: "contact.name",
    phone: "contact.phone",
    country: "contact.country",
    country_name: "contact.country",
    city: "contact.city",
    language: "contact.language",
    browser_language: "contact.language",
    tags: "contact.tags",
    tag: "contact.tags",
    manual_tag_ids: "contact.tags",
    user_id: "contact.externalId",
    external_id: "contact.externalId",
    unsubscribed_from_emails: "contact.unsubscribed",
    company_name: "company.name",
    company_plan: "company.plan",
    company_industry: "company.industry",
    company_size: "company.size",
    company_monthly_spend: "company.monthlySpend",
    plan: "company.plan",
    message: "message.text",
    message_body: "message.text",
    last_message: "message.text",
    message_content: "message.text",
    first_message: "conversation.firstMessage",
    subject: "message.subject",
    channel: "conversation.channel",
    conversation_channel: "conversation.channel",
    state: "conversation.state",
    conversation_state: "conversation.state",
    priority: "conversation.priority",
    conversation_priority: "conversation.priority",
    conversation_tags: "conversation.tags",
    conversation_rating: "conversation.rating",
    team_assignee_id: "conversation.team",
    team_assignee: "conversation.team",
    assigned_team: "conversation.team",
    admin_assignee_id: "conversation.teammate",
    admin_assignee: "conversation.teammate",
    assigned_teammate: "conversation.teammate",
  }),
);

const comparisons = new Map<string, string>(
  Object.entries({
    "=": "is",
    "==": "is",
    eq: "is",
    is: "is",
    equals: "is",
    in: "is",
    any_of: "is",
    "!=": "isNot",
    ne: "isNot",
    is_not: "isNot",
    not_in: "isNot",
    nin: "isNot",
    "~": "mentions",
    contains: "mentions",
    includes: "mentions",
    "!~": "mentionsNot",
    not_contains: "mentionsNot",
    does_not_contain: "mentionsNot",
    "^": "startsWith",
    starts_with: "startsWith",
    $: "endsWith",
    ends_with: "endsWith",
    gt: "moreThan",
    ">": "moreThan",
    greater_than: "moreThan",
    lt: "lessThan",
    "<": "lessThan",
    less_than: "lessThan",
    gte: "atLeast",
    ">=": "atLeast",
    lte: "atMost",
    "<=": "atMost",
    known: "isSet",
    exists: "isSet",
    is_set: "isSet",
    has_any_value: "isSet",
    unknown: "isNotSet",
    not_exists: "isNotSet",
    is_unknown: "isNotSet",
    is_not_set: "isNotSet",
  }),
);

/** What fixed words are called here. */
const words = new Map(
  Object.entries({
    user_role: "user",
    contact_role: "lead",
    lead_role: "lead",
    visitor_role: "visitor",
    chat: "conversation",
    messenger: "conversation",
    phone: "phone_call",
  }),
);

const groupKeys = ["predicates", "rules", "conditions", "filters", "predicate_group"];
const inside = (raw: Raw): unknown => first(raw, ...groupKeys);

export interface ReadRules {
  /** Null where there are no rules at all. An unfinished rule stands in the place of each that is not known here. */
  group: Group | null;
  missed: readonly string[];
}

/** Rules of Intercom's: `{operator, predicates: [{attribute, comparison, value}]}`, or a list of predicates, nested. */
export function nativeRules(given: unknown, lists: Lists): ReadRules {
  const missed: string[] = [];
  const groupOf = (value: unknown, depth: number): Group | null => {
    const raw = record(value);
    const held = Array.isArray(value) ? value : inside(raw);
    if (held !== undefined && !Array.isArray(held) && depth < deepestGroup) return groupOf(held, depth + 1);
    const rules = list(held)
      .slice(0, 100)
      .flatMap((entry): (Rule | Group)[] => {
        if (Array.isArray(entry) || inside(record(entry)) !== undefined) {
          const group = depth < deepestGroup ? groupOf(entry, depth + 1) : null;
          return group ? [group] : [];
        }
        const rule = ruleOf(record(entry), lists);
        if (rule) return [rule];
        missed.push(nameOf(record(entry)));
        return [{ ref: "message.text", operator: "mentions", operand: [] }];
      });
    if (rules.length === 0) return null;
    const joined = kindOf(first(raw, "operator", "match", "logic"));
    return { match: /^(or|any)$/.test(joined) ? "any" : /^(none|not|nor)$/.test(joined) ? "none" : "all", rules };
  };
  return { group: groupOf(given, 1), missed };
}

const attributeOf = (raw: Raw): string => {
  const named = first(raw, "attribute", "attribute_name", "field", "attribute_identifier", "property", "name");
  return string(named) || string(first(record(named), "name", "identifier", "id"));
};

const nameOf = (raw: Raw): string => attributeOf(raw).slice(0, 80) || kindWords(kindOf(field(raw, "type")) || "rule");

function refOf(name: string, lists: Lists): string | null {
  const plain = name.replace(/^(custom_attributes|custom_data|user|contact|person)\./, "");
  const known = refs.get(kindOf(plain)) ?? refs.get(kindOf(plain).replace(/^conversation_/, ""));
  if (known !== undefined && !name.startsWith("custom_")) return known;
  const own = plain.replace(/^(conversation|company)\./, "").replace(/^(custom_attributes|custom_data)\./, "");
  const kinds = [
    ["contactAttributes", "contact"],
    ["conversationAttributes", "conversation"],
    ["companyAttributes", "company"],
  ] as const;
  const asked = /^(company|conversation)\./.exec(name)?.[1];
  for (const [listName, source] of kinds) {
    if (asked !== undefined && asked !== source) continue;
    const item = lists[listName].find((each) => each.id === own || each.name === own);
    if (item) return `${source}.attributes.${item.id}`.slice(0, 300);
  }
  return null;
}

function ruleOf(raw: Raw, lists: Lists): Rule | null {
  const ref = refOf(attributeOf(raw), lists);
  const written = string(first(raw, "comparison", "operator", "comparator", "predicate"));
  const comparison = comparisons.get(written) ?? comparisons.get(kindOf(written));
  const entry = ref === null ? null : findField(ref, lists);
  if (ref === null || comparison === undefined || !entry) return null;
  if (comparison === "isSet" || comparison === "isNotSet") return { ref, operator: comparison };
  const value = first(raw, "value", "values", "operand");
  const values = (Array.isArray(value) ? value : [value])
    .map((each) => (typeof each === "boolean" ? String(each) : (id(each) ?? string(each))))
    .filter((each) => each !== "")
    .slice(0, 200)
    .map((each) => (words.get(each) ?? each).slice(0, 300));
  const [only] = values;
  if (only === undefined) return null;
  const not = comparison === "isNot" || comparison === "mentionsNot";
  const same = comparison === "is" || comparison === "isNot";
  const part = comparison === "mentions" || comparison === "mentionsNot";
  switch (entry.type) {
    case "text":
      return same || part || comparison === "startsWith" || comparison === "endsWith"
        ? { ref, operator: comparison, operand: values }
        : null;
    case "choice":
      return same ? { ref, operator: not ? "isNoneOf" : "isAnyOf", operand: values } : null;
    case "list":
      return same || part ? { ref, operator: not ? "includesNone" : "includesAny", operand: values } : null;
    case "boolean":
      return same && /^(true|false)$/.test(only) ? { ref, operator: (only === "true") !== not ? "yes" : "no" } : null;
    case "number": {
      const wanted = number(value) ?? (/^-?\d+(\.\d+)?$/.test(only) ? Number(only) : null);
      const operator = comparison === "is" ? "equals" : comparison;
      return wanted !== null && /^(equals|moreThan|lessThan|atLeast|atMost)$/.test(operator)
        ? { ref, operator, operand: wanted }
        : null;
    }
    case "date":
      return null;
  }
}
