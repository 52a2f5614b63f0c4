import type { Group } from "../conditions/condition.ts";
import { field, id, number, record, string, type Raw } from "../events/raw.ts";
import { text, type Text } from "../language/text.ts";
import type { WorkflowNode } from "../workflow/document.ts";
import type { ListItem, ListName, Lists } from "../workspace/lists.ts";
import { nativeDuration } from "./nativeDuration.ts";
import { nativeRules } from "./nativeRules.ts";
import { first, kindOf, type NativeStep } from "./nativeStep.ts";
import { nativeText } from "./nativeText.ts";

type Config = WorkflowNode["config"];

/** What a native step becomes: steps in a row; a choice by buttons; a branch; nothing; or a place kept for it. */
export type Drawing =
  | { as: "row"; steps: { type: string; config: Config }[]; notes: Text[] }
  | { as: "buttons"; message: Config; notes: Text[] }
  | { as: "branch"; rules: (Group | null)[]; notes: Text[] }
  | { as: "hours"; notes: Text[] }
  | { as: "nothing"; notes: Text[] }
  | { as: "place"; notes: Text[] };

interface Given {
  step: NativeStep;
  raw: Raw;
  lists: Lists;
  rules: ReadonlyMap<string, Raw>;
}

const row = (type: string, config: Config, notes: Text[] = []): Drawing => ({
  as: "row",
  steps: [{ type, config }],
  notes,
});
const missing = (name: string): Text =>
  text(
    `“${name}” came over without all its settings. Fill them in.`,
    `«${name}» ha llegado sin todos sus ajustes. Complétalos.`,
  );

const byIdOrName = (items: readonly ListItem[], given: string): string | null =>
  (items.find((item) => item.id === given) ?? items.find((item) => item.name === given))?.id ?? null;

/** One entry or several of a list, by id or name; an id that the workspace does not know is kept, so that it can be seen. */
function picked(raw: Raw, list_: ListName, lists: Lists, keys: readonly string[]): string[] {
  const value = first(raw, ...keys);
  const values = Array.isArray(value) ? value : [value];
  return values.slice(0, 10).flatMap((each) => {
    const given = id(each) ?? id(first(record(each), "id", "name"));
    return given === null ? [] : [(byIdOrName(lists[list_], given) ?? given).slice(0, 200)];
  });
}

const unknownValues = (names: readonly string[]): Text[] =>
  names.length === 0
    ? []
    : [
        text(
          `Values that do not exist here were left out of the text: ${names.join(", ")}.`,
          `Se han quitado del texto valores que aquí no existen: ${names.join(", ")}.`,
        ),
      ];

const bodyKeys = ["body", "message", "text", "content", "html", "note", "blocks"];

function written({ raw, step }: Given, setting: string, more: Config, type: string): Drawing {
  const { template, unknown } = nativeText(first(raw, ...bodyKeys));
  return row(type, { [setting]: template, ...more }, [
    ...unknownValues(unknown),
    ...(template.length === 0 ? [missing(step.name)] : []),
  ]);
}

const tagKeys = ["tag_id", "tag_ids", "tags", "tag", "tag_name"];

function tags(type: string): (given: Given) => Drawing {
  return ({ raw, step, lists }) => {
    const chosen = picked(raw, "tags", lists, tagKeys);
    if (chosen.length === 0) return row(type, {}, [missing(step.name)]);
    return { as: "row", steps: chosen.map((tag) => ({ type, config: { tag } })), notes: [] };
  };
}

function assign({ raw, step, lists }: Given): Drawing {
  const assignee = record(first(raw, "assignee", "target", "assign_to"));
  const given = first(raw, "team_id", "admin_id", "teammate_id", "assignee_id") ?? first(assignee, "id", "name");
  const kind = kindOf(first(raw, "assignee_type", "target_type") ?? first(assignee, "type"));
  if (/nobody|unassigned|none/.test(kind) || /unassign/.test(step.kind)) return row("intercom.assign", { to: null });
  const written = string(given);
  const names: ListName[] =
    kind.endsWith("team") || field(raw, "team_id") !== undefined
      ? ["teams"]
      : /admin|teammate/.test(kind)
        ? ["teammates"]
        : ["teams", "teammates"];
  const found = names.flatMap((name) => {
    const known = byIdOrName(lists[name], written);
    return known === null ? [] : [{ list: name, id: known }];
  })[0];
  if (found) return row("intercom.assign", { to: found });
  const [only, other] = names;
  return id(written) !== null && only !== undefined && other === undefined
    ? row("intercom.assign", { to: { list: only, id: written.slice(0, 200) } })
    : row("intercom.assign", {}, [missing(step.name)]);
}

function lasting(type: string): (given: Given) => Drawing {
  return ({ raw, step }) => {
    const length = nativeDuration(raw);
    return length ? row(type, { for: length }) : row(type, {}, [missing(step.name)]);
  };
}

function setAttribute({ raw, step, lists }: Given): Drawing {
  const named = first(raw, "attribute_name", "attribute", "attribute_identifier", "field", "name");
  const name = string(named) || string(first(record(named), "name", "identifier", "id"));
  const plain = name.replace(/^(conversation|user|contact|person)\./, "").replace(/^custom_(attributes|data)\./, "");
  const about = `${step.kind} ${kindOf(first(raw, "model", "object", "scope"))} ${name}`;
  const order = /conversation/.test(about)
    ? (["conversationAttributes", "contactAttributes"] as const)
    : (["contactAttributes", "conversationAttributes"] as const);
  for (const listName of order) {
    const item = lists[listName].find((each) => each.id === plain || each.name === plain);
    if (!item) continue;
    const type =
      listName === "contactAttributes" ? "intercom.setContactAttribute" : "intercom.setConversationAttribute";
    const value = valueFor(item, first(raw, "value", "attribute_value"));
    return value ? row(type, { attribute: item.id, value }) : row(type, { attribute: item.id }, [missing(step.name)]);
  }
  return { as: "place", notes: [] };
}

function valueFor({ type = "text" }: ListItem, given: unknown): Config | null {
  if (type === "boolean")
    return /^(true|false)$/.test(String(given)) ? { type, value: String(given) === "true" } : null;
  if (type === "number") {
    const value = number(given) ?? (/^-?\d+(\.\d+)?$/.test(string(given)) ? Number(given) : null);
    return value === null ? null : { type, value };
  }
  const words = string(given);
  if (words === "") return null;
  if (type === "list") return { type, value: words.slice(0, 300) };
  return { type, value: nativeText(words).template };
}

const labelsOf = ({ ways }: NativeStep): string[] =>
  ways.flatMap(({ label }) => (label === "" ? [] : [label])).slice(0, 10);

function buttons(given: Given): Drawing {
  const { step } = given;
  if (labelsOf(step).length === 0) return { as: "place", notes: [] };
  const { template, unknown } = nativeText(first(given.raw, ...bodyKeys));
  const notes = unknownValues(unknown);
  if (step.ways.length > 10)
    notes.push(text("Only the first ten buttons came over.", "Solo han llegado los diez primeros botones."));
  return { as: "buttons", message: { message: template, quickReplies: labelsOf(step), whenTaken: "skip" }, notes };
}

function branch({ step, lists, rules, raw }: Given): Drawing {
  const ruleIn = (way: Raw): unknown => {
    const referred = rules.get(string(first(way, "rule_id", "embedded_rule_id", "rule")));
    return (
      referred ?? first(way, "predicates", "predicate_group", "rules", "condition", "conditions", "filters") ?? null
    );
  };
  const ways = step.ways.length > 0 ? step.ways : step.to === null ? [] : [{ label: "", to: step.to, raw }];
  if (ways.length === 0) return { as: "place", notes: [] };
  const read = ways.map((way) => nativeRules(withMatch(way.raw, ruleIn(way.raw)), lists));
  const missed = read.flatMap((each) => each.missed);
  const notes = ruleNotes(missed);
  if (read.some(({ group }) => group === null)) notes.push(missing(step.name));
  return { as: "branch", rules: read.map(({ group }) => group), notes };
}

/** How the rules of a list are joined may stand beside the list. */
const withMatch = (way: Raw, rules: unknown): unknown =>
  Array.isArray(rules) ? { predicates: rules, operator: first(way, "operator", "match", "logic") } : rules;

/** Says of rules that are not known here that they have to be made anew. */
export const ruleNotes = (missed: readonly string[]): Text[] =>
  missed.length === 0
    ? []
    : [
        text(
          `A rule about this could not be carried over: ${missed.join(", ")}. An unfinished rule stands in its place.`,
          `No se ha podido traer una regla sobre esto: ${missed.join(", ")}. En su lugar hay una regla sin terminar.`,
        ),
      ];

function ticket({ raw, step, lists }: Given): Drawing {
  const [type] = picked(raw, "ticketTypes", lists, ["ticket_type_id", "ticket_type"]);
  return type === undefined
    ? row("intercom.convertToTicket", {}, [missing(step.name)])
    : row("intercom.convertToTicket", { ticketType: type });
}

const waiting = (raw: Raw): Config => ({
  for: ["customerReplied"],
  most: nativeDuration(raw) ?? { amount: 2, unit: "days" },
});

/** What each kind of step becomes, by Intercom's word for it; the first that fits. */
const kinds: readonly [RegExp, (given: Given) => Drawing][] = [
  [/(^|_)fin($|_)|ai_answer|ai_agent|resolution_bot|custom_answer|answer_bot/, () => ({ as: "place", notes: [] })],
  [/typing|csat|(ask|request|collect).*rating|expectation|reply_time|composer/, () => ({ as: "nothing", notes: [] })],
  [/button|quick_repl|reply_option|choice/, buttons],
  [/(^|_)notes?($|_)/, (given) => written(given, "note", {}, "intercom.addNote")],
  [
    /(untag|remove).*(user|contact|person|people|lead)|(user|contact|person|people|lead).*(untag|remove)/,
    tags("intercom.untagContact"),
  ],
  [/untag|remove.*tag|tag.*remove/, tags("intercom.untag")],
  [/tag.*(user|contact|person|people|lead)|(user|contact|person|people|lead).*tag/, tags("intercom.tagContact")],
  [/(^|_)tags?($|_)/, tags("intercom.tag")],
  [/assign|route/, assign],
  [/reopen|unsnooze|open_conversation/, () => row("intercom.open", {})],
  [/(^|_)close($|_)/, () => row("intercom.close", {})],
  [/snooze/, lasting("intercom.snooze")],
  [/wait.*(repl|customer|user)|collect.*repl/, ({ raw }) => row("logic.waitFor", waiting(raw))],
  [/(^|_)(wait|delay|pause|sleep)($|_)/, lasting("logic.delay")],
  [/convert.*ticket/, ticket],
  [
    /title/,
    (given) =>
      written(
        { ...given, raw: { body: first(given.raw, "title", "value", "body") } },
        "title",
        {},
        "intercom.setTitle",
      ),
  ],
  [/attribute|(set|update|collect)_(data|field)/, setAttribute],
  [/(office|business|working)_hours/, ({ step }) => ({ as: "hours", notes: [missing(step.name)] })],
  [/condition|branch|(^|_)(if|rules?|split|decision)($|_)/, branch],
  [/(^|_)(end|stop|finish|exit)($|_)/, () => row("logic.stop", {})],
  [
    /message|repl(y|ies)|comment|(^|_)(say|text|chat)($|_)/,
    (given) => written(given, "message", { whenTaken: "skip" }, "intercom.reply"),
  ],
];

/** A step's settings may stand in a record of their own. */
const settingsOf = (raw: Raw): Raw => ({
  ...record(first(raw, "config", "data", "settings", "params", "attributes")),
  ...raw,
});

/** What a step of Intercom's becomes here. */
export function drawStep(step: NativeStep, lists: Lists, rules: ReadonlyMap<string, Raw>): Drawing {
  const found = kinds.find(([pattern]) => pattern.test(step.kind));
  const drawing: Drawing = found
    ? found[1]({ step, raw: settingsOf(step.raw), lists, rules })
    : { as: "place", notes: [] };
  if (drawing.as === "nothing")
    return {
      as: "nothing",
      notes: [
        text(
          `“${step.name}” has no counterpart here. The steps after it were joined to the step before.`,
          `«${step.name}» no tiene equivalente aquí. Los pasos siguientes se han unido al anterior.`,
        ),
      ],
    };
  if (drawing.as === "place")
    return {
      as: "place",
      notes: [
        text(
          `“${step.name}” has no counterpart here. A “Stop” keeps its place, and nothing after it runs until you put a step there.`,
          `«${step.name}» no tiene equivalente aquí. Un «Detener» guarda su sitio, y nada de lo que sigue se ejecuta hasta que pongas allí un paso.`,
        ),
      ],
    };
  return drawing;
}
